package io.novacron.oncall.core.poll;

import static org.assertj.core.api.Assertions.assertThat;

import io.novacron.oncall.core.bus.Bus;
import io.novacron.oncall.core.bus.OncallEvent;
import io.novacron.oncall.core.fault.FaultRow;
import io.novacron.oncall.core.settings.Credential;
import io.novacron.oncall.core.settings.SourceSettings;
import io.novacron.oncall.core.source.Contact;
import io.novacron.oncall.core.source.Fetched;
import io.novacron.oncall.core.source.Source;
import io.novacron.oncall.core.source.SourceBoard;
import io.novacron.oncall.core.source.SourceError;
import io.novacron.oncall.core.source.SourceKind;
import io.novacron.oncall.core.source.SourceState;
import io.novacron.oncall.core.source.SourceStatus;
import io.novacron.oncall.core.time.ManualClock;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FeedTests {

    private static final SourceSettings SETTINGS = new SourceSettings(
            "am",
            SourceKind.ALERTMANAGER,
            "",
            "eu",
            List.of(URI.create("http://127.0.0.1:9093")),
            Duration.ofSeconds(15),
            Map.of(),
            new Credential.None(),
            null,
            List.of(),
            true);

    private final ManualClock clock = new ManualClock(Instant.parse("2026-11-22T03:00:00Z"));
    private final Bus bus = new Bus();
    private final SourceBoard board = new SourceBoard(clock, bus, List.of(SETTINGS));
    private final Deque<Fetched<List<String>>> answers = new ArrayDeque<>();
    private final Feed<List<String>> feed = new Feed<>(
            new Source<>() {
                @Override
                public String name() {
                    return "am";
                }

                @Override
                public SourceKind kind() {
                    return SourceKind.ALERTMANAGER;
                }

                @Override
                public Fetched<List<String>> poll() {
                    return answers.removeFirst();
                }
            },
            board,
            bus,
            clock,
            new OncallEvent.AlertsChanged(),
            Emptiness.<List<String>>ofAlerts(List::size));

    @AfterEach
    void end() {
        bus.close();
    }

    @Test
    void beforeTheFirstAnswerASourceIsLateAndNotLive() {
        assertThat(status().states()).containsExactly(SourceState.LATE);
        assertThat(status().lastGood()).isNull();
    }

    @Test
    void aFailureKeepsTheAnswerBeforeItAndSaysWhy() {
        answer(6);
        answers.add(Fetched.failure(new SourceError.Unreachable("127.0.0.1:9093", "connection refused")));

        assertThat(feed.refresh()).isFalse();

        assertThat(Objects.requireNonNull(feed.latest()).value()).hasSize(6);
        assertThat(status().states()).containsExactly(SourceState.UNREACHABLE);
        assertThat(status().reason()).contains("127.0.0.1:9093").contains("refused");
        assertThat(status().lastGood()).isEqualTo(clock.now());
    }

    @Test
    void aDeadSourceIsUnreachableThenLateThenStaleAndRecovers() {
        answer(6);
        clock.advance(Duration.ofSeconds(15));
        answers.add(Fetched.failure(new SourceError.Unreachable("h", "refused")));
        feed.refresh();
        assertThat(status().states()).containsExactly(SourceState.UNREACHABLE);
        clock.advance(Duration.ofSeconds(26));
        assertThat(status().states()).containsExactly(SourceState.UNREACHABLE, SourceState.LATE);
        clock.advance(Duration.ofSeconds(45));
        assertThat(status().states()).containsExactly(SourceState.UNREACHABLE, SourceState.STALE, SourceState.LATE);
        answer(6);
        assertThat(status().states()).containsExactly(SourceState.LIVE);
    }

    @Test
    void afterEightHoursOfSleepEverythingIsStaleAtOnce() {
        answer(6);
        clock.suspend(Duration.ofHours(8));
        assertThat(status().state()).isEqualTo(SourceState.STALE);
    }

    @Test
    void aClockSetBackDoesNotMakeOldDataYoung() {
        answer(6);
        clock.advance(Duration.ofSeconds(100));
        clock.suspend(Duration.ofHours(-1));
        assertThat(status().state()).isEqualTo(SourceState.STALE);
    }

    @Test
    void aSuddenlyEmptyAnswerIsDoubtedForOneResendPeriodThenBelieved() {
        answer(40);
        answer(0);
        assertThat(status().states()).containsExactly(SourceState.EMPTY_SUSPECT);
        assertThat(status().reason()).isEqualTo("all 40 alerts vanished at once");
        clock.advance(Duration.ofSeconds(60));
        answer(0);
        assertThat(status().states()).containsExactly(SourceState.EMPTY_SUSPECT);
        clock.advance(Duration.ofSeconds(60));
        answer(0);
        assertThat(status().states()).containsExactly(SourceState.LIVE);
    }

    @Test
    void whatWasEmptyFromFirstContactOrHeldLittleIsNotDoubted() {
        answer(0);
        assertThat(status().states()).containsExactly(SourceState.LIVE);
        answer(1);
        answer(0);
        assertThat(status().states()).containsExactly(SourceState.LIVE);
    }

    @FaultRow("F64 a clock is off by more than 30 s: SKEWED, with the signed offset")
    void aClockThatIsOffByMoreThanHalfAMinuteIsSkewed() {
        answers.add(new Fetched.Answer<>(List.of(), contact(Duration.ofSeconds(-31))));
        feed.refresh();
        assertThat(status().states()).containsExactly(SourceState.SKEWED);
        assertThat(status().reason()).contains("31 s behind");
    }

    private void answer(int size) {
        answers.add(new Fetched.Answer<>(Collections.nCopies(size, "x"), contact(Duration.ZERO)));
        assertThat(feed.refresh()).isTrue();
    }

    private static Contact contact(Duration skew) {
        return new Contact("0.34.2", "alertmanager", Duration.ofMillis(3), skew, null, List.of());
    }

    private SourceStatus status() {
        return board.statuses().getFirst();
    }
}
