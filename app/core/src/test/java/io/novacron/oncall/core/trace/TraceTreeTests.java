package io.novacron.oncall.core.trace;

import static io.novacron.oncall.core.trace.Spans.EPOCH;
import static io.novacron.oncall.core.trace.Spans.TRACE;
import static io.novacron.oncall.core.trace.Spans.child;
import static io.novacron.oncall.core.trace.Spans.drawn;
import static io.novacron.oncall.core.trace.Spans.root;
import static io.novacron.oncall.core.trace.Spans.span;
import static io.novacron.oncall.core.trace.Spans.trace;
import static org.assertj.core.api.Assertions.assertThat;

import io.novacron.oncall.core.trace.Reference.Kind;
import io.novacron.oncall.core.trace.TraceTree.Mark;
import io.novacron.oncall.core.trace.TraceTree.Row;
import java.util.List;
import org.junit.jupiter.api.Test;

class TraceTreeTests {

    @Test
    void rootsAndSiblingsComeByStartThenLongerFirstThenId() {
        TraceTree tree = TraceTree.of(trace(
                child("d", "a", 20, 5),
                child("c", "a", 10, 5),
                child("b", "a", 10, 9),
                root("a", 0, 100),
                child("f", "b", 11, 1),
                child("e", "b", 11, 1),
                root("z", 500, 1)));
        assertThat(drawn(tree)).containsExactly("a", ".b", "..e", "..f", ".c", ".d", "z");
        assertThat(tree.depth()).isEqualTo(3);
        assertThat(tree.root()).isNotNull().extracting(Row::id).isEqualTo("a");
        assertThat(tree.warnings()).isEmpty();
    }

    @Test
    void aParentIsTheFirstChildOfThatExistsBeforeAnyFollowsFrom() {
        Span both = span(
                "c",
                5,
                1,
                List.of(
                        new Reference(Kind.FOLLOWS_FROM, TRACE, "f"),
                        new Reference(Kind.CHILD_OF, TRACE, "gone"),
                        new Reference(Kind.CHILD_OF, TRACE, "a")),
                List.of());
        TraceTree tree = TraceTree.of(trace(root("a", 0, 10), root("f", 1, 2), both));
        assertThat(drawn(tree)).containsExactly("a", ".c", "f");
        assertThat(tree.orphans()).isZero();
    }

    @Test
    void withoutAChildOfTheFollowedSpanIsTheParent() {
        Span after = span("b", 5, 1, List.of(new Reference(Kind.FOLLOWS_FROM, TRACE, "a")), List.of());
        assertThat(drawn(TraceTree.of(trace(root("a", 0, 10), after)))).containsExactly("a", ".b");
    }

    @Test
    void aReferenceToAnotherTraceIsNeverAParent() {
        Span linked = span("b", 5, 1, List.of(new Reference(Kind.CHILD_OF, "other", "a")), List.of());
        TraceTree tree = TraceTree.of(trace(root("a", 0, 10), linked));
        assertThat(drawn(tree)).containsExactly("a", "b");
        assertThat(tree.orphans()).isZero();
    }

    @Test
    void idsAreComparedByTheirNormalForm() {
        Span lower = span("00b2", 5, 1, List.of(new Reference(Kind.CHILD_OF, "00AB", "A1")), List.of());
        assertThat(drawn(TraceTree.of(trace(root("00a1", 0, 10), lower)))).containsExactly("00a1", ".00b2");
    }

    @Test
    void aReferenceToItselfOrToNothingIsIgnored() {
        TraceTree tree = TraceTree.of(trace(child("a", "a", 0, 1), child("b", "0000", 1, 1)));
        assertThat(drawn(tree)).containsExactly("a", "b");
        assertThat(tree.rows()).allSatisfy(row -> assertThat(row.marks()).isEmpty());
    }

    @Test
    void aSpanWhoseParentIsMissingBecomesARootAndIsCounted() {
        TraceTree tree = TraceTree.of(trace(child("b", "gone", 0, 5), child("c", "b", 1, 1), root("a", 3, 10)));
        assertThat(drawn(tree)).containsExactly("b", ".c", "a");
        assertThat(tree.rows().getFirst().marks()).containsExactly(Mark.PARENT_MISSING);
        assertThat(tree.orphans()).isEqualTo(1);
        assertThat(tree.warnings()).singleElement().asString().contains("parent was not received: 1");
        assertThat(tree.root())
                .as("a true root names the trace")
                .extracting(Row::id)
                .isEqualTo("a");
    }

    @Test
    void aTraceOfOrphansIsNamedByTheEarliest() {
        TraceTree tree = TraceTree.of(trace(child("b", "gone", 7, 5), child("c", "gone", 3, 1)));
        assertThat(tree.root()).extracting(Row::id).isEqualTo("c");
    }

    @Test
    void aCircleIsCutAtItsEarliestSpan() {
        TraceTree tree = TraceTree.of(
                trace(child("a", "c", 30, 1), child("b", "a", 10, 1), child("c", "b", 20, 1), child("d", "c", 40, 1)));
        assertThat(drawn(tree)).containsExactly("b", ".c", "..a", "..d");
        assertThat(tree.rows().getFirst().marks()).containsExactly(Mark.CYCLE);
        assertThat(tree.rows().subList(1, 4))
                .allSatisfy(row -> assertThat(row.marks()).isEmpty());
    }

    @Test
    void anExactCopyIsDroppedAndCounted() {
        TraceTree tree = TraceTree.of(trace(root("a", 0, 10), child("b", "a", 1, 1), child("b", "a", 1, 1)));
        assertThat(drawn(tree)).containsExactly("a", ".b");
        assertThat(tree.duplicates()).isEqualTo(1);
        assertThat(tree.warnings()).containsExactly("Spans received more than once and dropped: 1");
    }

    @Test
    void differentSpansOfOneIdAreKeptAndChildrenGoToTheOneThatContainsThem() {
        TraceTree tree = TraceTree.of(trace(
                root("a", 0, 10),
                root("a", 100, 10),
                child("b", "a", 102, 1),
                child("c", "a", 2, 1),
                child("d", "a", 50, 1)));
        assertThat(drawn(tree)).containsExactly("a", ".c", ".d", "a#2", ".b");
        assertThat(tree.rows().getFirst().marks()).containsExactly(Mark.SAME_ID);
    }

    @Test
    void aCallThatBothSidesReportUnderOneIdIsSplit() {
        TraceTree tree = TraceTree.of(trace(
                root("a", 0, 100),
                child("b", "a", 10, 50, "server"),
                child("b", "a", 5, 60, "client"),
                child("c", "b", 20, 10)));
        assertThat(drawn(tree)).containsExactly("a", ".b", "..b#2", "...c");
        assertThat(tree.rows().get(2).marks()).containsExactly(Mark.SHARED_ID);
        assertThat(tree.warnings()).isEmpty();
    }

    @Test
    void theRangeCoversEverySpan() {
        TraceTree tree = TraceTree.of(trace(root("a", 10, 5), child("b", "a", 8, 1), child("c", "a", 14, 50)));
        assertThat(tree.start()).isEqualTo(8);
        assertThat(tree.end()).isEqualTo(64);
    }

    @Test
    void zeroIsATimeAmongSmallTimesAndUnknownAmongRealOnes() {
        TraceTree small = TraceTree.of(trace(root("a", 0, 10), child("b", "a", 5, 1)));
        assertThat(small.start()).isZero();
        assertThat(small.rows()).allSatisfy(row -> assertThat(row.marks()).isEmpty());

        TraceTree real = TraceTree.of(trace(root("a", EPOCH, 10), child("b", "a", 0, 4), child("c", "b", 0, 2)));
        assertThat(drawn(real)).containsExactly("a", ".b", "..c");
        assertThat(real.rows().subList(1, 3)).allSatisfy(row -> {
            assertThat(row.start()).isEqualTo(EPOCH);
            assertThat(row.marks()).containsExactly(Mark.START_UNKNOWN);
        });
        assertThat(real.start()).isEqualTo(EPOCH);
    }

    @Test
    void anEndBeforeTheStartOrBeyondTimeIsDrawnWithoutALength() {
        TraceTree tree = TraceTree.of(trace(root("a", EPOCH, -5), root("b", EPOCH, Long.MAX_VALUE)));
        assertThat(tree.rows()).allSatisfy(row -> {
            assertThat(row.duration()).isZero();
            assertThat(row.marks()).containsExactly(Mark.BAD_DURATION);
        });
        assertThat(tree.end()).isEqualTo(EPOCH);
    }

    @Test
    void errorsAndServicesAreCounted() {
        Span failed = span("b", 1, 1, List.of(), List.of(new Tag("error", "bool", "true")));
        TraceTree tree = TraceTree.of(trace(root("a", 0, 10), failed));
        assertThat(tree.errors()).isEqualTo(1);
        assertThat(tree.services()).containsExactly("service-a", "service-b");
        assertThat(tree.rows().get(1).error()).isTrue();
    }

    @Test
    void aTraceWithoutSpansHasNoRowsAndNoName() {
        TraceTree tree = TraceTree.of(trace());
        assertThat(tree.rows()).isEmpty();
        assertThat(tree.root()).isNull();
        assertThat(tree.depth()).isZero();
    }
}
