package io.novacron.oncall.core.poll;

import static org.assertj.core.api.Assertions.assertThat;

import io.novacron.oncall.core.alert.ClusterAnswer;
import io.novacron.oncall.core.alert.Labels;
import io.novacron.oncall.core.alert.MemberAlert;
import io.novacron.oncall.core.alert.MemberAnswer;
import io.novacron.oncall.core.alert.Verdict;
import io.novacron.oncall.core.bus.Bus;
import io.novacron.oncall.core.fetch.Fanout;
import io.novacron.oncall.core.settings.Credential;
import io.novacron.oncall.core.settings.DeskSettings;
import io.novacron.oncall.core.settings.Operator;
import io.novacron.oncall.core.settings.Role;
import io.novacron.oncall.core.settings.Settings;
import io.novacron.oncall.core.settings.SourceSettings;
import io.novacron.oncall.core.settings.Watchdog;
import io.novacron.oncall.core.silence.Matcher;
import io.novacron.oncall.core.source.AlertSource;
import io.novacron.oncall.core.source.Contact;
import io.novacron.oncall.core.source.Fetched;
import io.novacron.oncall.core.source.SourceError;
import io.novacron.oncall.core.source.SourceKind;
import io.novacron.oncall.core.time.Clock;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MonitorTests {

    private static final Instant NOW = Instant.parse("2026-11-22T03:00:00Z");
    private static final Labels WATCHDOG = Labels.of(Map.of("alertname", "Watchdog", "severity", "none"));
    private static final Labels DISK = Labels.of(Map.of("alertname", "Disk", "severity", "critical"));
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

    private final Bus bus = new Bus();
    private final Fanout fanout = new Fanout();
    private final Source source = new Source();

    /** Runs once when the time is asked for next. */
    private Runnable meanwhile = () -> {};

    private final Monitor monitor = new Monitor(
            new Settings(
                    "",
                    new Operator("ana", Role.RESPONDER),
                    List.of(SETTINGS),
                    List.of(new Watchdog(List.of(Matcher.equal("alertname", "Watchdog")), Duration.ofMinutes(5))),
                    DeskSettings.DEFAULT),
            new Monitor.Sources(List.of(source), List.of(), List.of(), List.of()),
            bus,
            new InterruptedClock(),
            new SplittableRandom(7));

    @AfterEach
    void end() {
        monitor.close();
        fanout.close();
        bus.close();
    }

    @Test
    void anAnswerThatComesWhileTheVerdictIsMadeIsNotJudgedByTheAlertsBeforeIt() throws InterruptedException {
        source.answer = firing(WATCHDOG);
        monitor.refreshOnce(fanout);
        assertThat(monitor.verdict().word()).isEqualTo(Verdict.Word.ALL_CLEAR);
        source.answer = Fetched.failure(new SourceError.Unreachable("am:9093", "connection refused"));
        monitor.refreshOnce(fanout);
        assertThat(monitor.verdict().word()).isEqualTo(Verdict.Word.UNKNOWN);

        source.answer = firing(WATCHDOG, DISK);
        meanwhile = this::refresh;

        assertThat(monitor.verdict().word()).isEqualTo(Verdict.Word.FIRING);
    }

    private void refresh() {
        try {
            monitor.refreshOnce(fanout);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static Fetched<ClusterAnswer> firing(Labels... alerts) {
        List<MemberAlert> firing = List.of(alerts).stream()
                .map(labels -> new MemberAlert(
                        labels,
                        Map.of(),
                        NOW.minusSeconds(60),
                        NOW.plusSeconds(300),
                        NOW,
                        "active",
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        ""))
                .toList();
        MemberAnswer member = new MemberAnswer("am:9093", "0.34.2", NOW, "ready", List.of(), "", firing, List.of());
        return new Fetched.Answer<>(
                new ClusterAnswer("eu", List.of(member), Map.of()),
                new Contact("0.34.2", "", Duration.ZERO, null, null, List.of()));
    }

    /** Lets something happen at the moment somebody looks at it. */
    private final class InterruptedClock implements Clock {

        @Override
        public Instant now() {
            Runnable once = meanwhile;
            meanwhile = () -> {};
            once.run();
            return NOW;
        }

        @Override
        public long nanos() {
            return 0;
        }

        @Override
        public void sleep(Duration duration) throws InterruptedException {
            throw new InterruptedException("this test does not wait");
        }
    }

    private static final class Source implements AlertSource {

        private Fetched<ClusterAnswer> answer = Fetched.failure(new SourceError.Unreachable("am:9093", "not yet"));

        @Override
        public String name() {
            return "am";
        }

        @Override
        public SourceKind kind() {
            return SourceKind.ALERTMANAGER;
        }

        @Override
        public String cluster() {
            return "eu";
        }

        @Override
        public List<String> members() {
            return List.of("am:9093");
        }

        @Override
        public Fetched<MemberAnswer> member(String member) {
            throw new AssertionError("the monitor polls");
        }

        @Override
        public Fetched<ClusterAnswer> poll() {
            return answer;
        }
    }
}
