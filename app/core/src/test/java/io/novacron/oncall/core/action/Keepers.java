package io.novacron.oncall.core.action;

import io.novacron.oncall.core.bus.Bus;
import io.novacron.oncall.core.fetch.Fanout;
import io.novacron.oncall.core.journal.MemoryJournal;
import io.novacron.oncall.core.poll.Monitor;
import io.novacron.oncall.core.settings.Credential;
import io.novacron.oncall.core.settings.DeskSettings;
import io.novacron.oncall.core.settings.Operator;
import io.novacron.oncall.core.settings.Role;
import io.novacron.oncall.core.settings.Settings;
import io.novacron.oncall.core.settings.SourceSettings;
import io.novacron.oncall.core.source.SourceKind;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** A console that stays: what it polls, what it writes with, and what it does by itself. Nothing runs in the background. */
final class Keepers implements AutoCloseable {

    final ActionDesk desk;
    final Monitor monitor;
    final AckKeeper keeper;
    final AlarmWatch alarms;

    private final Fanout fanout;

    Keepers(String operator, FakeCluster cluster, HurriedClock clock, Bus bus, Fanout fanout) {
        this(operator, cluster, clock, bus, fanout, false);
    }

    Keepers(String operator, FakeCluster cluster, HurriedClock clock, Bus bus, Fanout fanout, boolean kthxbye) {
        this.fanout = fanout;
        Operator who = new Operator(operator, Role.RESPONDER);
        SourceSettings source = new SourceSettings(
                "am",
                SourceKind.ALERTMANAGER,
                "",
                "eu",
                List.of(URI.create("http://a:9093"), URI.create("http://b:9093")),
                Duration.ofSeconds(15),
                Map.of(),
                new Credential.None(),
                null,
                List.of(),
                true);
        monitor = new Monitor(
                new Settings("", who, List.of(source), List.of(), DeskSettings.DEFAULT),
                new Monitor.Sources(List.of(cluster), List.of(), List.of(), List.of()),
                bus,
                clock,
                new SplittableRandom(7));
        desk = new ActionDesk(
                List.of(new ClusterDesk(cluster, cluster, true, kthxbye)),
                who,
                fanout,
                clock,
                new LadderLog(bus),
                new MemoryJournal(clock),
                ActionDesk.PATIENCE);
        keeper = new AckKeeper(monitor, desk, bus);
        alarms = new AlarmWatch(monitor, desk, bus);
    }

    /** One poll and what follows from it. */
    void poll() throws InterruptedException {
        monitor.refreshOnce(fanout);
        alarms.look();
        keeper.round();
    }

    @Override
    public void close() {
        keeper.close();
        alarms.close();
        monitor.close();
    }
}
