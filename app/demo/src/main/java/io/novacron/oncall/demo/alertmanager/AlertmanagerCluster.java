package io.novacron.oncall.demo.alertmanager;

import io.novacron.oncall.core.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The members of one Alertmanager cluster; nothing happens between two ticks but what clients ask for. Any thread. */
public final class AlertmanagerCluster {

    private final AlertmanagerConfig config;
    private final Clock clock;
    private final List<AlertmanagerMember> members;
    private volatile Duration replication = Duration.ofMillis(200);
    private volatile boolean split;
    private volatile Instant last;

    /** @param cluster names the members: {@code CLUSTER-0} and so on */
    public AlertmanagerCluster(AlertmanagerConfig config, String cluster, int members, Clock clock) {
        this.config = config;
        this.clock = clock;
        last = clock.now();
        List<AlertmanagerMember> made = new ArrayList<>();
        for (int i = 0; i < members; i++) {
            made.add(new AlertmanagerMember(cluster + "-" + i));
        }
        this.members = List.copyOf(made);
    }

    public List<AlertmanagerMember> members() {
        return members;
    }

    /** Does what is due until then: replication, group timers, removal of what has ended. */
    public void tick(Instant now) {
        last = now;
    }

    /** How long a silence or a notification log entry takes to the other members. */
    public void replicationDelay(Duration delay) {
        replication = delay;
    }

    /** While split, nothing reaches the other members; what was held back does when the split heals. */
    public void split(boolean apart) {
        split = apart;
    }

    @Override
    public String toString() {
        return members.size() + " members of " + config.original().length() + " bytes at " + last + " since "
                + clock.now() + (split ? " split" : " joined after " + replication);
    }
}
