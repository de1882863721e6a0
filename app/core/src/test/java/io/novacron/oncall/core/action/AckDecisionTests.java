package io.novacron.oncall.core.action;

import static org.assertj.core.api.Assertions.assertThat;

import io.novacron.oncall.core.action.AckDecision.End;
import io.novacron.oncall.core.action.AckDecision.Extend;
import io.novacron.oncall.core.action.AckDecision.Nothing;
import io.novacron.oncall.core.action.AckDecision.StepBack;
import io.novacron.oncall.core.action.AckDecision.TakeOver;
import io.novacron.oncall.core.action.AckDecision.View;
import io.novacron.oncall.core.alert.AckRecord;
import io.novacron.oncall.core.alert.AckTerm;
import io.novacron.oncall.core.silence.Matcher;
import io.novacron.oncall.core.silence.Silence;
import io.novacron.oncall.core.silence.SilenceState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Alerts guide §4.4 as a table: what a console sees, and what it does. */
class AckDecisionTests {

    private static final String ME = "ana/1";
    private static final Instant START = Instant.parse("2026-11-22T03:00:00Z");
    private static final Instant END = START.plusSeconds(900);
    private static final Instant LIMIT = START.plus(Duration.ofHours(8));

    @Test
    void oneOfOursIsExtendedOnlyWhenLessThanFiveMinutesRemain() {
        assertThat(next(leased(ME), END.minusSeconds(300))).isEqualTo(new Nothing());
        assertThat(next(leased(ME), END.minusSeconds(299)))
                .isEqualTo(new Extend(END.minusSeconds(299).plusSeconds(900)));
    }

    @Test
    void itIsNeverExtendedBeyondItsLimit() {
        Instant limit = END.plusSeconds(60);
        AckCase near = seen(record(ME, limit), true, false, true, false, null);
        assertThat(next(near, END.minusSeconds(10))).isEqualTo(new Extend(limit));

        AckCase reached = seen(record(ME, END), true, false, true, false, null);
        assertThat(next(reached, END.minusSeconds(10))).isInstanceOf(StepBack.class);
    }

    @Test
    void whatHasExpiredIsNeverExtended() {
        assertThat(next(leased(ME), END)).isInstanceOf(StepBack.class);
        assertThat(next(leased("ben/2"), END.plusSeconds(120))).isInstanceOf(StepBack.class);
    }

    @Test
    void aMemberThatHoldsItExpiredMeansThatSomebodyEndedIt() {
        AckCase ended = seen(record(ME, LIMIT), false, true, true, false, null);

        assertThat(next(ended, END.minusSeconds(10))).isInstanceOf(StepBack.class);
    }

    @Test
    void aMemberThatDoesNotKnowItYetStandsInTheWay() {
        AckCase partly = seen(record(ME, LIMIT), false, false, true, false, null);

        assertThat(next(partly, END.minusSeconds(10))).isInstanceOf(StepBack.class);
    }

    @Test
    void aSourceThatIsNotLiveStandsInTheWay() {
        assertThat(AckDecision.next(leased(ME), new View(ME, false, false, END.minusSeconds(10), END)))
                .isInstanceOf(StepBack.class);
    }

    @Test
    void whatDoesNotFireIsNotExtended() {
        AckCase quiet = seen(record(ME, LIMIT), true, false, false, false, null);

        assertThat(next(quiet, END.minusSeconds(10))).isInstanceOf(StepBack.class);
    }

    @Test
    void whereAnotherProgramExtendsNobodyElseDoes() {
        assertThat(AckDecision.next(leased(ME), new View(ME, true, true, END.minusSeconds(10), END)))
                .isEqualTo(new Nothing());
    }

    @Test
    void anotherConsoleTakesOverOnlyAfterTheLeaseAndItsOwnDelay() {
        AckCase theirs = leased("ben/2");
        Instant lapse = END.minus(AckTerm.BEFORE_END);
        Duration delay = AckDecision.delay("id-1", ME);

        assertThat(next(theirs, lapse)).isEqualTo(new Nothing());
        assertThat(next(theirs, lapse.plus(delay).minusMillis(1))).isEqualTo(new Nothing());
        assertThat(next(theirs, lapse.plus(delay).plusMillis(1))).isInstanceOf(TakeOver.class);
        assertThat(delay).isBetween(Duration.ZERO, Duration.ofSeconds(60));
        assertThat(AckDecision.delay("id-1", "cy/3")).isNotEqualTo(delay);
    }

    @Test
    void oneFromTheCommandLineIsLeftToItsEnd() {
        AckRecord unleased = record(ME, LIMIT).with(AckTerm.NONE);

        assertThat(next(seen(unleased, true, false, true, false, null), END.minusSeconds(10)))
                .isEqualTo(new Nothing());
    }

    @Test
    void absentForThreePollsAndTwoMinutesIsResolvedAndNotBefore() {
        AckAbsence twoPolls = new AckAbsence(START, 2, 7);
        AckAbsence three = new AckAbsence(START, 3, 8);

        assertThat(next(gone(ME, twoPolls), START.plusSeconds(121))).isEqualTo(new Nothing());
        assertThat(next(gone(ME, three), START.plusSeconds(119))).isEqualTo(new Nothing());
        assertThat(next(gone(ME, three), START.plusSeconds(120))).isEqualTo(new End("resolved", true));
    }

    @Test
    void howLongItIsAbsentIsCountedByTheClockThatSawIt() {
        AckAbsence three = new AckAbsence(START, 3, 8);
        Instant early = START.plusSeconds(30);
        Instant late = START.plusSeconds(120);

        assertThat(AckDecision.next(gone(ME, three), new View(ME, true, false, early.plusSeconds(120), early)))
                .isEqualTo(new Nothing());
        assertThat(AckDecision.next(gone(ME, three), new View(ME, true, false, late.minusSeconds(120), late)))
                .isEqualTo(new End("resolved", true));
    }

    @Test
    void ofTwoAcknowledgementsTheOneThatStaysIsKeptAliveByWhoeverKeptEither() {
        AckTerm leased = new AckTerm("ben/2", END, LIMIT, "");
        AckTerm later = new AckTerm("cy/3", END.plusSeconds(60), START.plusSeconds(3_600), "inc-1");

        assertThat(AckHeal.term(AckTerm.NONE, leased)).isEqualTo(leased);
        assertThat(AckHeal.term(leased, AckTerm.NONE)).isEqualTo(leased);
        assertThat(AckHeal.term(leased, later)).isEqualTo(new AckTerm("cy/3", END.plusSeconds(60), LIMIT, "inc-1"));
        assertThat(AckHeal.term(AckTerm.NONE, AckTerm.NONE)).isEqualTo(AckTerm.NONE);
    }

    @Test
    void anotherConsoleEndsWhatHasResolvedOnlyOnceItsHolderIsGone() {
        AckAbsence three = new AckAbsence(START, 3, 8);

        assertThat(next(gone("ben/2", three), START.plusSeconds(300))).isEqualTo(new Nothing());
        assertThat(next(gone("ben/2", three), END.minusSeconds(100))).isEqualTo(new End("resolved", true));
    }

    @Test
    void anewFiringBehindOneOfOursEndsItWithoutAnEndNotice() {
        AckCase again = seen(record(ME, LIMIT), true, false, false, true, null);

        assertThat(next(again, START.plusSeconds(60)))
                .isInstanceOfSatisfying(
                        End.class, end -> assertThat(end.rearm()).isFalse());
    }

    private static AckDecision next(AckCase one, Instant now) {
        return AckDecision.next(one, new View(ME, true, false, now, now));
    }

    private static AckCase leased(String console) {
        return seen(record(console, LIMIT), true, false, true, false, null);
    }

    private static AckCase gone(String console, AckAbsence gone) {
        return seen(record(console, LIMIT), true, false, false, false, gone);
    }

    private static AckRecord record(String console, Instant limit) {
        return new AckRecord(
                "uuid",
                new TreeMap<>(Map.of("aa", START.minusSeconds(60))),
                List.of("ana"),
                "investigating",
                false,
                new AckTerm(console, END.minus(AckTerm.BEFORE_END), limit, ""));
    }

    private static AckCase seen(
            AckRecord ack, boolean everywhere, boolean ended, boolean fires, boolean again, @Nullable AckAbsence gone) {
        Silence silence = new Silence(
                "id-1",
                SilenceState.ACTIVE,
                List.of(Matcher.equal("alertname", "Latency")),
                START,
                END,
                START,
                "ana",
                ack.annotatedComment(),
                ack.annotations());
        return new AckCase("eu", silence, ack, Set.of("a:9093"), everywhere, ended, fires, again, gone);
    }
}
