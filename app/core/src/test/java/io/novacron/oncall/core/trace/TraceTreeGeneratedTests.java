package io.novacron.oncall.core.trace;

import static io.novacron.oncall.core.trace.Spans.EPOCH;
import static io.novacron.oncall.core.trace.Spans.TRACE;
import static org.assertj.core.api.Assertions.assertThat;

import io.novacron.oncall.core.trace.Reference.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Properties over generated traces full of odd references, ids and times. */
class TraceTreeGeneratedTests {

    private static final int TRACES = 400;

    @Test
    void theOrderOfTheSpansChangesNothing() {
        for (long seed = 0; seed < TRACES; seed++) {
            Random random = new Random(seed);
            List<Span> spans = spans(random);
            TraceTree one = TraceTree.of(new Trace(TRACE, spans, List.of()));
            Collections.shuffle(spans, random);
            TraceTree other = TraceTree.of(new Trace(TRACE, spans, List.of()));
            assertThat(other).as("seed %d", seed).isEqualTo(one);
        }
    }

    @Test
    void everySpanIsDrawnOnceBelowItsParentAndInsideTheRange() {
        for (long seed = 0; seed < TRACES; seed++) {
            List<Span> spans = spans(new Random(seed));
            TraceTree tree = TraceTree.of(new Trace(TRACE, spans, List.of()));
            String as = "seed " + seed;
            List<Span> drawn = tree.rows().stream().map(TraceTree.Row::span).toList();
            assertThat(drawn).as(as).doesNotHaveDuplicates().hasSameElementsAs(spans);
            assertThat(drawn.size() + tree.duplicates()).as(as).isEqualTo(spans.size());
            Set<String> ids = new HashSet<>();
            for (int i = 0; i < drawn.size(); i++) {
                TraceTree.Row row = tree.rows().get(i);
                int depth = row.parent() < 0 ? 0 : tree.rows().get(row.parent()).depth() + 1;
                assertThat(ids.add(row.id())).as(as).isTrue();
                assertThat(row.parent()).as(as).isLessThan(i);
                assertThat(row.depth()).as(as).isEqualTo(depth);
                assertThat(row.duration()).as(as).isNotNegative();
                assertThat(row.start()).as(as).isGreaterThanOrEqualTo(tree.start());
                assertThat(row.start() + row.duration()).as(as).isLessThanOrEqualTo(tree.end());
            }
        }
    }

    @Test
    void aChainOfAHundredThousandSpansAndAParentOfAsManyAreDrawn() {
        int count = 100_000;
        List<Span> chain = new ArrayList<>();
        List<Span> fan = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            String id = Integer.toHexString(i);
            chain.add(Spans.child(id, Integer.toHexString(i - 1), EPOCH + i, 1));
            fan.add(Spans.child(id, "1", EPOCH + i, 1));
        }
        Collections.reverse(chain);
        assertThat(TraceTree.of(new Trace(TRACE, chain, List.of())).depth()).isEqualTo(count);
        assertThat(TraceTree.of(new Trace(TRACE, fan, List.of())).depth()).isEqualTo(2);
    }

    @Test
    void aCircleOfAHundredThousandSpansIsCutOnce() {
        int count = 100_000;
        List<Span> circle = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            circle.add(Spans.child(Integer.toHexString(i), Integer.toHexString(i % count + 1), EPOCH + i, 1));
        }
        TraceTree tree = TraceTree.of(new Trace(TRACE, circle, List.of()));
        assertThat(tree.depth()).isEqualTo(count);
        assertThat(tree.rows().getFirst().marks()).containsExactly(TraceTree.Mark.CYCLE);
    }

    private static List<Span> spans(Random random) {
        int count = random.nextInt(40);
        List<Span> spans = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            if (i > 0 && random.nextInt(12) == 0) {
                spans.add(spans.get(random.nextInt(i)));
                continue;
            }
            List<Reference> references = new ArrayList<>();
            for (int r = random.nextInt(3); r > 0; r--) {
                Kind kind = random.nextInt(4) == 0 ? Kind.FOLLOWS_FROM : Kind.CHILD_OF;
                references.add(new Reference(kind, random.nextInt(8) == 0 ? "cd" : TRACE, id(random, count + 3)));
            }
            String kind = List.of("client", "server", "internal").get(random.nextInt(3));
            spans.add(Spans.span(
                    id(random, count * 2),
                    time(random),
                    random.nextInt(60) - 5,
                    references,
                    List.of(new Tag("span.kind", "string", kind))));
        }
        return spans;
    }

    private static String id(Random random, int bound) {
        String id = Integer.toHexString(random.nextInt(bound + 1));
        return random.nextInt(5) == 0 ? "00" + id.toUpperCase(java.util.Locale.ROOT) : id;
    }

    private static long time(Random random) {
        return switch (random.nextInt(10)) {
            case 0 -> 0;
            case 1 -> Long.MAX_VALUE - 3;
            default -> EPOCH + random.nextInt(100);
        };
    }
}
