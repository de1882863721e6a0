package io.novacron.oncall.desktop.notify;

import static org.assertj.core.api.Assertions.assertThat;

import io.novacron.oncall.core.alert.AlertBoard;
import io.novacron.oncall.core.alert.ClusterAnswer;
import io.novacron.oncall.core.alert.Labels;
import io.novacron.oncall.core.alert.MemberAlert;
import io.novacron.oncall.core.alert.MemberAnswer;
import io.novacron.oncall.core.alert.SeverityMap;
import io.novacron.oncall.core.alert.Watch;
import io.novacron.oncall.core.notify.Attention;
import io.novacron.oncall.core.notify.Notice;
import io.novacron.oncall.core.notify.SeenStore.SeenStoreException;
import io.novacron.oncall.core.settings.NotifySettings;
import io.novacron.oncall.core.source.SourceKind;
import io.novacron.oncall.core.source.SourceState;
import io.novacron.oncall.core.source.SourceStatus;
import io.novacron.oncall.core.time.ManualClock;
import io.novacron.oncall.desktop.journal.Database;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A storm on the real database: a console that ends and begins anew knows all of it. */
class StormTests {

    private static final Instant START = Instant.parse("2026-11-22T03:00:00Z");
    private static final int ALERTS = 5_000;
    private static final int GROUPS = 20;

    @TempDir
    private Path folder;

    private final ManualClock clock = new ManualClock(START);
    private final List<MemberAlert> alerts = new ArrayList<>();

    @Test
    void fiveThousandAlertsInTwentyGroupsAreAtMostTwentyNoticesAMinuteAndNoneAfterARestart() throws SeenStoreException {
        List<Notice> first = console(() -> storm());
        assertThat(first.stream().mapToInt(Notice::alerts).sum()).isEqualTo(ALERTS);
        for (Notice notice : first) {
            assertThat(first.stream()
                            .filter(Notice::pops)
                            .filter(other -> !other.at().isBefore(notice.at())
                                    && other.at().isBefore(notice.at().plusSeconds(60))))
                    .hasSizeLessThanOrEqualTo(20);
        }
        assertThat(console(() -> {})).isEmpty();
    }

    /** Three minutes of one console, from the database and back into it. */
    private List<Notice> console(Runnable begins) throws SeenStoreException {
        List<Notice> raised = new ArrayList<>();
        try (Database database = Database.in(folder, clock)) {
            SqliteSeenStore store = new SqliteSeenStore(database, "production");
            Attention attention = new Attention(NotifySettings.DEFAULT, false, store.load());
            AlertBoard board = board();
            for (int second = 0; second < 180; second++) {
                if (second == 5) {
                    begins.run();
                    board = board();
                }
                raised.addAll(attention.look(new Attention.Moment(
                        clock.now(), board, List.of(live()), new Watch(Set.of(), List.of()), List.of())));
                var changed = attention.takeChanged();
                var forgotten = attention.takeForgotten();
                if (!changed.isEmpty() || !forgotten.isEmpty()) {
                    store.save(changed, forgotten);
                }
                clock.advance(Duration.ofSeconds(1));
            }
        }
        return raised;
    }

    private void storm() {
        for (int i = 0; i < ALERTS; i++) {
            alerts.add(new MemberAlert(
                    Labels.of(Map.of("alertname", "Group" + i % GROUPS, "severity", "warning", "instance", "n" + i)),
                    Map.of("summary", "node " + i),
                    clock.now(),
                    clock.now().plusSeconds(300),
                    clock.now(),
                    "active",
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of("pager"),
                    ""));
        }
    }

    private AlertBoard board() {
        MemberAnswer member =
                new MemberAnswer("am:9093", "0.34.2", Instant.EPOCH, "ready", List.of(), "", alerts, List.of());
        return AlertBoard.of(List.of(new ClusterAnswer("eu", List.of(member), Map.of())), SeverityMap.DEFAULT);
    }

    private SourceStatus live() {
        return new SourceStatus(
                "am",
                SourceKind.ALERTMANAGER,
                "eu",
                List.of(SourceState.LIVE),
                "",
                clock.now(),
                "0.34.2",
                "",
                null,
                null,
                null,
                Duration.ofSeconds(5));
    }
}
