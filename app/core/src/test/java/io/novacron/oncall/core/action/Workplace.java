package io.novacron.oncall.core.action;

import static org.assertj.core.api.Assertions.assertThat;

import io.novacron.oncall.core.alert.AlertBoard;
import io.novacron.oncall.core.alert.AlertKey;
import io.novacron.oncall.core.alert.SeverityMap;
import io.novacron.oncall.core.bus.Bus;
import io.novacron.oncall.core.fetch.Fanout;
import io.novacron.oncall.core.journal.MemoryJournal;
import io.novacron.oncall.core.settings.Operator;
import io.novacron.oncall.core.settings.Role;
import java.util.List;

/** A console's desk before a {@link FakeCluster}, for any operator; the log and the journal are one for all of them. */
final class Workplace implements AutoCloseable {

    final HurriedClock clock = new HurriedClock();
    final FakeCluster cluster = new FakeCluster(clock);
    final Bus bus = new Bus();
    final LadderLog log = new LadderLog(bus);
    final MemoryJournal journal = new MemoryJournal(clock);
    private final Fanout fanout = new Fanout();

    ActionDesk desk(String who, Role role, ClusterDesk... clusters) {
        return new ActionDesk(
                List.of(clusters), new Operator(who, role), fanout, clock, log, journal, ActionDesk.PATIENCE);
    }

    ActionDesk desk(String who, Role role) {
        return desk(who, role, new ClusterDesk(cluster, cluster, true));
    }

    /** A responder's. */
    ActionDesk desk(String who) {
        return desk(who, Role.RESPONDER);
    }

    Fanout fanout() {
        return fanout;
    }

    AlertBoard board() {
        try {
            ActionDesk desk = desk("nobody");
            return AlertBoard.of(List.of(desk.read(desk.clusters().getFirst())), SeverityMap.DEFAULT);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    static AlertKey key(String fingerprint) {
        return new AlertKey("eu", fingerprint);
    }

    static List<Ladder> ladders(ActionResult result) {
        assertThat(result).isInstanceOf(ActionResult.Tried.class);
        return ((ActionResult.Tried) result).ladders();
    }

    static Ladder only(ActionResult result) {
        assertThat(ladders(result)).hasSize(1);
        return ladders(result).getFirst();
    }

    @Override
    public void close() {
        fanout.close();
        bus.close();
    }
}
