package io.novacron.oncall.demo.operation;

import io.novacron.oncall.demo.world.World;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * All operations there ever were, computed when they are asked for and never stored: of one seed and timeline they are always
 * the same. Any thread. Times are epoch µs.
 */
public final class Operations {

    private static final long SECOND = 1_000_000;
    private static final Set<Kind> ALL = EnumSet.allOf(Kind.class);

    private final Supplier<World> world;
    private volatile @Nullable Ground ground;

    public Operations(Supplier<World> world) {
        this.world = world;
    }

    /** The operations of a cluster that begin at {@code from} or later and before {@code to}, in that order. */
    public List<Operation> between(String cluster, long from, long to) {
        Ground now = ground();
        return between(now, List.of(now.site(cluster)), from, to);
    }

    /** Those of all clusters. */
    public List<Operation> between(long from, long to) {
        Ground now = ground();
        return between(now, now.sites(), from, to);
    }

    /**
     * Shows the outlines of sampled operations of these kinds, of all clusters, from the newest that begins before {@code to}
     * back to {@code from}, as long as {@code more} answers true.
     */
    public void sampledBackwards(long from, long to, Set<Kind> kinds, Predicate<Outline> more) {
        Ground now = ground();
        for (long second = Math.floorDiv(to - 1, SECOND); (second + 1) * SECOND > from; second--) {
            for (Outline outline : begun(now, now.sites(), second, kinds, true).reversed()) {
                boolean inside = outline.start() >= from && outline.start() < to;
                if (inside && !more.test(outline)) {
                    return;
                }
            }
        }
    }

    /** Upper case and missing leading zeros are allowed; empty if no operation has this id. */
    public Optional<Operation> byTraceId(String traceId) {
        return ground().outline(traceId).map(Operation::of);
    }

    private static List<Operation> between(Ground ground, List<Site> sites, long from, long to) {
        List<Operation> found = new ArrayList<>();
        for (long second = Math.floorDiv(from, SECOND); second * SECOND < to; second++) {
            for (Outline outline : begun(ground, sites, second, ALL, false)) {
                if (outline.start() >= from && outline.start() < to) {
                    found.add(Operation.of(outline));
                }
            }
        }
        return found;
    }

    private static List<Outline> begun(
            Ground ground, List<Site> sites, long second, Set<Kind> kinds, boolean sampledOnly) {
        List<Outline> outlines = new ArrayList<>();
        for (Site site : sites) {
            ground.collect(site, second, kinds, sampledOnly, outlines);
        }
        if (outlines.size() > 1) {
            outlines.sort(Ground.BY_START);
        }
        return outlines;
    }

    /** Another world is other ground. */
    private Ground ground() {
        World now = world.get();
        Ground known = ground;
        if (known == null || known.world() != now) {
            known = new Ground(now);
            ground = known;
        }
        return known;
    }
}
