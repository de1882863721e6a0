package io.novacron.oncall.core.notify;

import static org.assertj.core.api.Assertions.assertThat;

import io.novacron.oncall.core.alert.Severity;
import io.novacron.oncall.core.fault.FaultRow;
import io.novacron.oncall.core.settings.NotifySettings;
import io.novacron.oncall.core.source.SourceState;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class AttentionTests {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Test
    void aFiringIsToldOnceWhateverHappensToItsRow() {
        Watchman night = Watchman.usual();
        night.fires("eu", "DiskFull", "warning").passes(MINUTE);
        assertThat(night.taken()).singleElement().satisfies(notice -> {
            assertThat(notice.title()).isEqualTo("S3 DiskFull");
            assertThat(notice.body()).isEqualTo("it is so · eu");
            assertThat(notice.tone()).isEqualTo(Tone.SINGLE);
            assertThat(notice.pops()).isTrue();
        });
        night.silenced("eu", "DiskFull", "warning").passes(MINUTE);
        night.firesAgain("eu", "DiskFull", "warning").passes(MINUTE);
        night.consoleRestarts().passes(MINUTE);
        assertThat(night.taken()).isEmpty();
    }

    @Test
    void aSourceThatComesBackDoesNotRingAgain() {
        Watchman night = Watchman.usual();
        for (int i = 0; i < 8; i++) {
            night.fires("eu", "DiskFull", "warning", "instance", "n" + i);
        }
        night.passes(MINUTE).taken();
        var before = List.copyOf(night.board().alerts());
        night.source("eu", SourceState.EMPTY_SUSPECT).resolvesAll("eu").passes(MINUTE);
        before.forEach(alert -> night.put("eu", alert.labels(), alert.startsAt(), "active"));
        night.source("eu", SourceState.LIVE).passes(MINUTE);
        assertThat(night.taken()).isEmpty();
    }

    @Test
    void aStartThatMovesByARestartOfTheMembersIsNoNewFiring() {
        Watchman night = Watchman.usual();
        night.fires("eu", "DiskFull", "warning").passes(MINUTE).taken();
        night.clock.advance(Duration.ofMinutes(10));
        night.fires("eu", "DiskFull", "warning").clock.advance(Duration.ofSeconds(20));
        night.restarts("eu").passes(MINUTE);
        assertThat(night.taken()).isEmpty();
    }

    @Test
    void anEarlierStartIsTheSameFiringAndALaterOneANewOne() {
        Watchman night = Watchman.usual();
        night.fires("eu", "DiskFull", "warning").passes(MINUTE).taken();
        night.put("eu", Watchman.labels("DiskFull", "warning"), Watchman.START.minus(Duration.ofMinutes(10)), "active");
        night.passes(Duration.ofMinutes(6));
        night.put("eu", Watchman.labels("DiskFull", "warning"), Watchman.START, "active");
        night.passes(MINUTE);
        assertThat(night.taken()).isEmpty();
        night.fires("eu", "DiskFull", "warning").passes(MINUTE);
        assertThat(night.taken()).hasSize(1);
    }

    @FaultRow("F67 an alert flaps every 30 s: told once in five minutes")
    void flappingEveryHalfMinuteIsToldOnceInFiveMinutes() {
        Watchman night = Watchman.usual();
        for (int i = 0; i < 10; i++) {
            night.fires("eu", "DiskFull", "warning").passes(Duration.ofSeconds(30));
            night.resolves("eu", "DiskFull", "warning").passes(Duration.ofSeconds(30));
        }
        assertThat(night.taken()).hasSize(2);
    }

    @Test
    void aFiringThatBeganWhileItsNoticeWasFreshIsToldWhenTheTimeIsOver() {
        Watchman night = Watchman.usual();
        night.fires("eu", "DiskFull", "warning").passes(Duration.ofSeconds(30));
        night.resolves("eu", "DiskFull", "warning").passes(Duration.ofSeconds(30));
        night.fires("eu", "DiskFull", "warning").passes(Duration.ofMinutes(3));
        assertThat(night.taken()).hasSize(1);
        night.passes(Duration.ofMinutes(2));
        assertThat(night.taken()).hasSize(1);
    }

    @Test
    void theSameAlertOfTwoClustersIsToldOnce() {
        Watchman night = Watchman.usual();
        night.fires("eu", "LinkDown", "warning", "link", "7", "cluster", "eu");
        night.fires("us", "LinkDown", "warning", "link", "7", "cluster", "us");
        night.fires("us", "LinkDown", "warning", "link", "8", "cluster", "us");
        night.poll();
        assertThat(night.taken()).singleElement().satisfies(notice -> {
            assertThat(notice.alerts()).isEqualTo(2);
            assertThat(notice.body()).contains("eu 1, us 2");
        });
        night.fires("eu", "Other", "warning", "cluster", "eu").passes(MINUTE);
        night.fires("us", "Other", "warning", "cluster", "us").passes(Duration.ofMinutes(3));
        night.consoleRestarts().passes(MINUTE);
        assertThat(night.taken()).hasSize(1);
    }

    @Test
    void twoClustersFarApartInTimeAreTwoIncidents() {
        Watchman night = Watchman.usual();
        night.fires("eu", "LinkDown", "warning", "cluster", "eu").passes(Duration.ofMinutes(10));
        night.fires("us", "LinkDown", "warning", "cluster", "us").passes(MINUTE);
        assertThat(night.taken()).hasSize(2);
    }

    @FaultRow("F66 a storm of 5 000 alerts: counted exactly, one notice a group and minute")
    void aStormIsOneNoticeAGroupAndMinute() {
        Watchman night = Watchman.usual();
        for (int second = 0; second < 120; second += 5) {
            for (int i = 0; i < 210; i++) {
                night.fires("eu", "Group" + i % 20, "warning", "instance", second + "-" + i);
            }
            night.passes(Duration.ofSeconds(5));
        }
        night.passes(Duration.ofMinutes(2));
        assertThat(night.board().alerts()).hasSize(5_040);
        assertThat(Watchman.mostAMinute(night.raised)).isBetween(1, 20);
        assertThat(night.raised.stream().mapToInt(Notice::alerts).sum()).isEqualTo(5_040);
        assertThat(night.raised.stream().filter(notice -> notice.topic().equals("group Group3\u0000")))
                .hasSizeLessThanOrEqualTo(3);
        night.taken();
        night.passes(MINUTE);
        night.consoleRestarts().passes(MINUTE);
        assertThat(night.taken()).isEmpty();
    }

    @Test
    void aStormOfFiveHundredGroupsLeavesRoomForAPage() {
        Watchman night = Watchman.usual();
        for (int i = 0; i < 500; i++) {
            night.fires("eu", "Group" + i, "warning");
        }
        night.passes(Duration.ofSeconds(10));
        night.fires("eu", "TheFire", "critical").passes(Duration.ofSeconds(5));
        assertThat(night.raised).extracting(Notice::title).contains("S1 TheFire");
        assertThat(Watchman.mostAMinute(night.raised)).isLessThanOrEqualTo(20);
        assertThat(night.raised.stream().mapToInt(Notice::alerts).sum()).isEqualTo(501);
    }

    @Test
    void aGroupThatGetsWorseDoesNotWaitForItsMinute() {
        Watchman night = Watchman.usual();
        night.fires("eu", "DiskFull", "warning", "instance", "a").passes(Duration.ofSeconds(5));
        night.fires("eu", "DiskFull", "warning", "instance", "b");
        night.fires("eu", "DiskFull", "critical", "instance", "c").passes(Duration.ofSeconds(5));
        assertThat(night.taken()).extracting(Notice::title).containsExactly("S3 DiskFull", "S1 DiskFull: 2 alerts");
    }

    @Test
    void whatFiredBeforeTheConsoleStartedIsOneNoticeACluster() {
        Watchman night = new Watchman(NotifySettings.DEFAULT, List.of(), "eu", "us");
        night.fires("eu", "DiskFull", "warning")
                .fires("eu", "LinkDown", "critical")
                .fires("us", "Slow", "error");
        night.poll();
        assertThat(night.taken())
                .extracting(Notice::title)
                .containsExactly(
                        "S1 LinkDown and 1 more fired before the console started",
                        "S2 Slow fired before the console started");
    }

    @Test
    void aSilencedAlertRingsWhenItsSilenceEndsOnlyIfItNeverDid() {
        Watchman night = Watchman.usual();
        night.silenced("eu", "DiskFull", "warning").passes(MINUTE);
        assertThat(night.taken()).isEmpty();
        night.firesAgain("eu", "DiskFull", "warning").passes(MINUTE);
        assertThat(night.taken()).hasSize(1);
        night.silenced("eu", "DiskFull", "warning").passes(MINUTE);
        night.firesAgain("eu", "DiskFull", "warning").passes(Duration.ofMinutes(10));
        assertThat(night.taken()).isEmpty();
    }

    @Test
    void aSeverityThatDoesNotRingStaysQuiet() {
        Watchman night = Watchman.usual();
        night.fires("eu", "Fyi", "info").fires("eu", "Odd", "no-such").passes(MINUTE);
        assertThat(night.taken())
                .singleElement()
                .satisfies(notice -> assertThat(notice.severity()).isEqualTo(Severity.UNKNOWN));
    }
}
