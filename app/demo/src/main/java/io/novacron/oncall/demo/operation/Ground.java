package io.novacron.oncall.demo.operation;

import io.novacron.oncall.demo.platform.Cluster;
import io.novacron.oncall.demo.world.World;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** All that operations of one world are computed from. */
final class Ground {

    /** As operations are told: in the order in which they begin. */
    static final Comparator<Outline> BY_START =
            Comparator.comparingLong(Outline::start).thenComparingLong(Outline::place);

    private static final double MICROS = 1e6;
    private static final int SECOND_BITS = 40;
    private static final int INDEX_BITS = 16;
    private static final int MOST = 1 << INDEX_BITS;
    private static final Kind[] KINDS = Kind.values();
    private static final Stream[] STREAMS = Stream.values();
    private static final double TOTAL = totalWeight();

    private final World world;
    private final List<Site> sites = new ArrayList<>();
    private final OperationIds ids;

    Ground(World world) {
        this.world = world;
        for (Cluster cluster : world.platform().clusters()) {
            sites.add(new Site(world, cluster));
        }
        ids = new OperationIds(world.platform().seed());
    }

    World world() {
        return world;
    }

    List<Site> sites() {
        return sites;
    }

    Site site(String cluster) {
        return sites.stream()
                .filter(site -> site.cluster().name().equals(cluster))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no cluster " + cluster));
    }

    /** Adds what begins in one second at one site, in no order. */
    void collect(Site site, long second, Set<Kind> kinds, boolean sampledOnly, List<Outline> into) {
        for (Stream stream : STREAMS) {
            int count = Math.min(site.count(stream, second), MOST);
            for (int index = 0; index < count; index++) {
                Draw draw = site.draw(stream, second, index);
                Kind kind = kind(stream, draw);
                if (kinds.contains(kind)) {
                    Outline outline = outline(site, stream, second, index, count, kind, draw);
                    if (!sampledOnly || outline.sampled()) {
                        into.add(outline);
                    }
                }
            }
        }
    }

    Optional<Outline> outline(String traceId) {
        OptionalLong place = ids.place(traceId);
        return place.isEmpty() ? Optional.empty() : at(place.getAsLong());
    }

    private Optional<Outline> at(long place) {
        long second = place & ((1L << SECOND_BITS) - 1);
        int index = (int) (place >>> SECOND_BITS) & (MOST - 1);
        int from = (int) (place >>> (SECOND_BITS + INDEX_BITS));
        Stream stream = STREAMS[from % STREAMS.length];
        int cluster = from / STREAMS.length;
        if (cluster >= sites.size()) {
            return Optional.empty();
        }
        Site site = sites.get(cluster);
        int count = Math.min(site.count(stream, second), MOST);
        if (index >= count) {
            return Optional.empty();
        }
        Draw draw = site.draw(stream, second, index);
        return Optional.of(outline(site, stream, second, index, count, kind(stream, draw), draw));
    }

    private Outline outline(Site site, Stream stream, long second, int index, int count, Kind kind, Draw draw) {
        long from = (long) sites.indexOf(site) * STREAMS.length + stream.number();
        long place = (((from << INDEX_BITS) + index) << SECOND_BITS) + second;
        double moment = (index + draw.moment()) / count;
        return new Outline(site, stream, kind, draw, (long) ((second + moment) * MICROS), ids, place);
    }

    private static Kind kind(Stream stream, Draw draw) {
        return switch (stream) {
            case MIGRATIONS -> Kind.VM_MIGRATE;
            case LOGINS -> Kind.AUTH_LOGIN;
            case USUAL -> usual(draw.kind() * TOTAL);
        };
    }

    private static Kind usual(double weight) {
        double left = weight;
        int last = KINDS.length - 1;
        // the most frequent kinds come last
        for (int i = last; i > 0; i--) {
            left -= KINDS[i].weight();
            if (left < 0) {
                return KINDS[i];
            }
        }
        return KINDS[0];
    }

    private static double totalWeight() {
        double sum = 0;
        for (Kind kind : KINDS) {
            sum += kind.weight();
        }
        return sum;
    }
}
