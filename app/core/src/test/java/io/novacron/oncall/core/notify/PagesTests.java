package io.novacron.oncall.core.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.novacron.oncall.core.alert.Realarm;
import io.novacron.oncall.core.alert.Severity;
import io.novacron.oncall.core.notify.Notice.Kind;
import io.novacron.oncall.core.settings.NotifySettings;
import io.novacron.oncall.core.settings.NotifySettings.Filter;
import io.novacron.oncall.core.settings.Watchdog;
import io.novacron.oncall.core.silence.Matcher;
import io.novacron.oncall.core.source.SourceState;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Pages, quiet hours, filters and what else decides how loud a notice is. */
class PagesTests {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final NotifySettings USUAL = NotifySettings.DEFAULT;

    @Test
    void aPageRepeatsEachMinuteUntilSomebodyLooked() {
        Watchman night = Watchman.usual();
        night.fires("eu", "LinkDown", "critical").passes(Duration.ofMinutes(4));
        assertThat(night.taken())
                .extracting(Notice::kind)
                .containsExactly(Kind.FIRING, Kind.REPEAT, Kind.REPEAT, Kind.REPEAT);
        night.attention().looked(night.key("eu", "LinkDown", "critical"));
        night.passes(Duration.ofMinutes(4));
        night.consoleRestarts().passes(Duration.ofMinutes(4));
        assertThat(night.taken()).isEmpty();
    }

    @Test
    void aPageNobodyLookedAtRepeatsAfterARestartToo() {
        Watchman night = Watchman.usual();
        night.fires("eu", "LinkDown", "critical").passes(Duration.ofSeconds(30)).taken();
        night.consoleRestarts().passes(MINUTE);
        assertThat(night.taken()).extracting(Notice::kind).containsExactly(Kind.REPEAT);
    }

    @Test
    void anAcknowledgedOrSilencedPageDoesNotRepeat() {
        Watchman night = Watchman.usual();
        night.fires("eu", "LinkDown", "critical").passes(Duration.ofSeconds(30)).taken();
        night.silenced("eu", "LinkDown", "critical").passes(Duration.ofMinutes(3));
        night.firesAgain("eu", "LinkDown", "critical").passes(Duration.ofMinutes(3));
        assertThat(night.taken()).isEmpty();
    }

    @Test
    void lookingAtOneAlertOfANoticeIsLookingAtAllOfIt() {
        Watchman night = Watchman.usual();
        for (int i = 0; i < 40; i++) {
            night.fires("eu", "LinkDown", "critical", "link", "l" + i);
        }
        night.fires("eu", "DiskFull", "critical").passes(Duration.ofSeconds(30));
        night.attention().looked(night.key("eu", "LinkDown", "critical", "link", "l7"));
        night.taken();
        night.passes(MINUTE);
        assertThat(night.taken()).singleElement().satisfies(notice -> {
            assertThat(notice.alerts()).isEqualTo(1);
            assertThat(notice.title()).isEqualTo("Not looked at yet: DiskFull");
        });
        night.attention().looked(night.raised.isEmpty() ? repeat(night) : night.raised.getLast());
        night.taken();
        night.passes(Duration.ofMinutes(3));
        assertThat(night.taken()).isEmpty();
    }

    private static Notice repeat(Watchman night) {
        night.passes(Duration.ofSeconds(70));
        return night.raised.getLast();
    }

    @Test
    void inQuietHoursOnlyTheHighestSeverityRingsAndTheRestIsListed() {
        Watchman night = Watchman.of(quiet("03:00", "07:00"));
        night.fires("eu", "Slow", "error").fires("eu", "LinkDown", "critical").poll();
        assertThat(night.taken())
                .extracting(Notice::title, Notice::held, Notice::tone)
                .containsExactly(
                        tuple("S1 LinkDown", "", Tone.ALARM),
                        tuple("S2 Slow", "quiet hours 03:00-07:00 UTC", Tone.NONE));
    }

    @Test
    void aPageOfTheQuietHoursRepeatsWhenTheyAreOver() {
        Watchman night = Watchman.of(quiet("02:00", "03:05"));
        night.fires("eu", "Slow", "error").passes(Duration.ofMinutes(4));
        assertThat(night.taken()).noneMatch(Notice::pops);
        night.passes(Duration.ofMinutes(2));
        assertThat(night.taken()).isNotEmpty().allMatch(notice -> notice.kind() == Kind.REPEAT && notice.pops());
    }

    @Test
    void quietHoursWrapPastMidnightInTheirZone() {
        var hours = new QuietHours(LocalTime.of(22, 0), LocalTime.of(7, 0), ZoneId.of("Europe/Berlin"));
        assertThat(hours.contains(Instant.parse("2026-11-22T21:00:00Z"))).isTrue();
        assertThat(hours.contains(Instant.parse("2026-11-22T20:59:59Z"))).isFalse();
        assertThat(hours.contains(Instant.parse("2026-11-22T05:59:59Z"))).isTrue();
        assertThat(hours.contains(Instant.parse("2026-11-22T06:00:00Z"))).isFalse();
        assertThat(hours.contains(Instant.parse("2026-07-22T05:00:00Z"))).isFalse();
    }

    @Test
    void aFilterNarrowsWhatRingsAndSaysHow() {
        var mine = new Filter(
                List.of(Matcher.equal("team", "storage")), Set.of(Severity.S5, Severity.S1), Optional.of(Tone.LOW));
        Watchman night = Watchman.of(with(USUAL.quiet(), List.of(mine)));
        night.fires("eu", "Other", "critical", "team", "web");
        night.fires("eu", "DiskFull", "info", "team", "storage");
        night.fires("eu", "DiskSlow", "error", "team", "storage").passes(MINUTE);
        assertThat(night.taken()).singleElement().satisfies(notice -> {
            assertThat(notice.title()).isEqualTo("S5 DiskFull");
            assertThat(notice.tone()).isEqualTo(Tone.LOW);
        });
    }

    @Test
    void switchedOffEverythingIsListedAndNothingRings() {
        Watchman night = Watchman.of(new NotifySettings(
                false,
                70,
                USUAL.severities(),
                USUAL.sound(),
                List.of(),
                Optional.empty(),
                true,
                USUAL.groupBy(),
                USUAL.clusterLabels()));
        night.fires("eu", "LinkDown", "critical").passes(Duration.ofMinutes(3));
        assertThat(night.taken())
                .singleElement()
                .satisfies(notice -> assertThat(notice.pops()).isFalse());
    }

    @Test
    void aRealarmIsToldAlthoughTheAlertWasSeenAndAgainRepeats() {
        Watchman night = Watchman.of(quiet("03:00", "07:00"));
        night.fires("eu", "Slow", "error").passes(MINUTE).taken();
        night.realarms.add(new Realarm(
                night.key("eu", "Slow", "error"),
                Realarm.Reason.RAN_OUT,
                night.clock.now(),
                "still fires, and the acknowledgement of ana has run out"));
        night.look();
        assertThat(night.taken()).singleElement().satisfies(notice -> {
            assertThat(notice.title()).isEqualTo("S2 Slow needs somebody again");
            assertThat(notice.body()).isEqualTo("still fires, and the acknowledgement of ana has run out · eu");
            assertThat(notice.pops()).isTrue();
            assertThat(notice.tone()).isEqualTo(Tone.DOUBLE);
        });
        night.look();
        assertThat(night.taken()).isEmpty();
    }

    @Test
    void sourcesThatAreLostTogetherAreOneNoticeAndToldOnce() {
        Watchman night = Watchman.usual();
        night.passes(MINUTE);
        night.source("eu", SourceState.UNREACHABLE)
                .source("us", SourceState.UNREACHABLE)
                .passes(Duration.ofMinutes(5));
        assertThat(night.taken()).singleElement().satisfies(notice -> {
            assertThat(notice.kind()).isEqualTo(Kind.PIPELINE);
            assertThat(notice.title()).isEqualTo("Alerts may not reach you");
            assertThat(notice.body()).contains("eu is UNREACHABLE: connection refused", "us is UNREACHABLE");
        });
    }

    @Test
    void aMachineThatSleptDoesNotRingForSourcesThatWereNotAskedYet() {
        Watchman night = Watchman.usual();
        night.passes(MINUTE);
        night.clock.suspend(Duration.ofHours(8));
        night.source("eu", SourceState.STALE).source("us", SourceState.STALE);
        night.passes(Duration.ofSeconds(4));
        night.source("eu", SourceState.LIVE).source("us", SourceState.LIVE).passes(MINUTE);
        assertThat(night.taken()).isEmpty();
    }

    @Test
    void aWatchdogThatIsNotHeardIsToldOnce() {
        var watchdog = new Watchdog(List.of(Matcher.equal("alertname", "Watchdog")), Duration.ofMinutes(5));
        Watchman night = new Watchman(USUAL, List.of(watchdog), "eu");
        night.fires("eu", "Watchdog", "none").passes(MINUTE);
        assertThat(night.taken()).isEmpty();
        night.resolves("eu", "Watchdog", "none").passes(Duration.ofMinutes(5));
        assertThat(night.taken())
                .singleElement()
                .satisfies(notice -> assertThat(notice.body()).contains("Watchdog", "does not fire"));
    }

    private static NotifySettings quiet(String from, String to) {
        return with(
                Optional.of(new QuietHours(LocalTime.parse(from), LocalTime.parse(to), ZoneId.of("UTC"))), List.of());
    }

    private static NotifySettings with(Optional<QuietHours> quiet, List<Filter> filters) {
        return new NotifySettings(
                true,
                70,
                USUAL.severities(),
                USUAL.sound(),
                filters,
                quiet,
                true,
                USUAL.groupBy(),
                USUAL.clusterLabels());
    }
}
