package io.novacron.oncall.views.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.novacron.oncall.core.trace.Reference;
import io.novacron.oncall.core.trace.Span;
import io.novacron.oncall.core.trace.Tag;
import io.novacron.oncall.core.trace.Trace;
import io.novacron.oncall.core.trace.TraceQuery;
import io.novacron.oncall.core.trace.TraceTree;
import io.novacron.oncall.views.estate.Estate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WaterfallTests {
    @Test
    void foldingHidesTheSubtreeAndOpeningBringsItBack() {
        var rows = new WaterfallRows(TraceTree.of(tree()));
        assertThat(names(rows)).containsExactly("root", "a", "a1", "a2", "b");
        rows.fold(1, true);
        assertThat(names(rows)).containsExactly("root", "a", "b");
        assertThat(rows.below(1)).isEqualTo(2);
        assertThat(rows.lineOf(3)).as("a row in a fold stands at the fold").isEqualTo(1);
        rows.fold(1, false);
        assertThat(rows.size()).isEqualTo(5);
        rows.foldAll(true);
        assertThat(names(rows)).containsExactly("root");
    }

    @Test
    void aLeafCannotBeFolded() {
        var rows = new WaterfallRows(TraceTree.of(tree()));
        rows.fold(4, true);
        assertThat(rows.size()).isEqualTo(5);
        assertThat(rows.isFolded(4)).isFalse();
    }

    @Test
    void anErrorIsKnownToAllAboveItAndToNobodyElse() {
        var rows = new WaterfallRows(TraceTree.of(tree()));
        assertThat(rows.errorBelow(0)).isTrue();
        assertThat(rows.errorBelow(1)).isTrue();
        assertThat(rows.errorBelow(3)).as("its own is not below it").isFalse();
        assertThat(rows.errorBelow(4)).isFalse();
    }

    @Test
    void aChainOfFiftyThousandSpansFoldsWithoutRecursion() {
        List<Span> spans = new ArrayList<>();
        for (int i = 0; i < 50_000; i++) {
            spans.add(span("s" + i, i == 0 ? "" : "s" + (i - 1), i, false));
        }
        var rows = new WaterfallRows(TraceTree.of(new Trace("t", spans, List.of())));
        rows.fold(10, true);
        assertThat(rows.size()).isEqualTo(11);
        assertThat(rows.below(10)).isEqualTo(49_989);
    }

    @ParameterizedTest
    @CsvSource({
        "0,0 ns",
        "999,999 ns",
        "1000,1.00 µs",
        "12300000,12.3 ms",
        "999999999,1000 ms",
        "1250000000,1.25 s",
        "61000000000,1 min 1 s"
    })
    void durationsHaveTheDigitsThatCount(long nanos, String words) {
        assertThat(TraceDurations.words(nanos)).isEqualTo(words);
    }

    @Test
    void durationsAreReadAsJaegerWritesThem() {
        assertThat(TraceDurations.read("500us")).contains(Duration.ofNanos(500_000));
        assertThat(TraceDurations.read(" 1.2 s ")).contains(Duration.ofMillis(1_200));
        assertThat(TraceDurations.read("2m")).contains(Duration.ofMinutes(2));
        for (String wrong : List.of("10", "ms", "-1s", "1e99s", "1s2", "x")) {
            assertThat(TraceDurations.read(wrong)).as(wrong).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 7, 1_000, 999_999, 4_200_000_000L, Long.MAX_VALUE})
    void ticksAreFewRoundAndWithinTheRange(long range) {
        List<Long> ticks = Ticks.upTo(range, 6);
        assertThat(ticks).startsWith(0L).hasSizeBetween(1, 11).allMatch(tick -> tick >= 0 && tick <= range);
    }

    @Test
    void tagsAreReadAsLogfmt() {
        assertThat(TagQuery.read(" error=true db.statement=\"SELECT \\\"a\\\" 1\" k= "))
                .isEqualTo(Map.of("error", "true", "db.statement", "SELECT \"a\" 1", "k", ""));
        assertThatThrownBy(() -> TagQuery.read("error=true oops")).hasMessageContaining("column 12");
        assertThatThrownBy(() -> TagQuery.read("a=\"b")).hasMessageContaining("never closed");
    }

    @Test
    void theFormBecomesAQueryOrOneSentence() {
        TraceQuery query = form("api", "error=true", "100ms", "1s", "50").query(Estate.NOW);
        assertThat(query.start()).isEqualTo(Estate.NOW.minus(Duration.ofHours(1)));
        assertThat(query.min()).isEqualTo(Duration.ofMillis(100));
        assertThat(query.limit()).isEqualTo(50);
        assertThatThrownBy(() -> form("", "", "", "", "20").query(Estate.NOW)).hasMessageContaining("service");
        assertThatThrownBy(() -> form("a", "", "2s", "1s", "20").query(Estate.NOW))
                .hasMessageContaining("longer than max");
        assertThatThrownBy(() -> form("a", "", "fast", "", "20").query(Estate.NOW))
                .hasMessageContaining("Min duration");
        assertThatThrownBy(() -> form("a", "", "", "", "0").query(Estate.NOW)).hasMessageContaining("Limit");
    }

    @Test
    void hitsAreSortedNewestFirstWhateverTheBackendSent() {
        var old = new Trace("old", List.of(span("1", "", 5, false)), List.of());
        var young = new Trace("new", List.of(span("2", "", 9, false)), List.of());
        assertThat(TraceRow.of(List.of(old, young))).extracting(TraceRow::id).containsExactly("new", "old");
        assertThat(TraceRow.of(List.of(young, old))).extracting(TraceRow::id).containsExactly("new", "old");
    }

    private static TraceForm form(String service, String tags, String min, String max, String limit) {
        return new TraceForm(service, "", tags, min, max, Duration.ofHours(1), limit);
    }

    private static Trace tree() {
        return new Trace(
                "t",
                List.of(
                        span("root", "", 0, false),
                        span("a", "root", 1, false),
                        span("a1", "a", 2, false),
                        span("a2", "a", 3, true),
                        span("b", "root", 4, false)),
                List.of());
    }

    private static List<String> names(WaterfallRows rows) {
        List<String> names = new ArrayList<>();
        for (int line = 0; line < rows.size(); line++) {
            names.add(rows.row(line).id());
        }
        return names;
    }

    private static Span span(String id, String parent, long start, boolean failed) {
        return new Span(
                "t",
                id,
                "api",
                "op-" + id,
                start,
                1,
                parent.isEmpty() ? List.of() : List.of(new Reference(Reference.Kind.CHILD_OF, "t", parent)),
                failed ? List.of(new Tag("error", "bool", "true")) : List.of(),
                List.of(),
                List.of(),
                List.of());
    }
}
