package io.novacron.oncall.demo.alertmanager;

import io.novacron.oncall.demo.alertmanager.Intake.Taken;
import io.novacron.oncall.demo.alertmanager.silence.HeldSilence;
import io.novacron.oncall.demo.alertmanager.silence.Silences;
import io.novacron.oncall.demo.http.Backend;
import io.novacron.oncall.demo.http.Reply;
import io.novacron.oncall.demo.http.Request;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** One member of a cluster, and its API v2. Any thread. */
public final class AlertmanagerMember implements Backend {

    private static final Duration GROUPS_COLLECTED = Duration.ofSeconds(30);
    private static final Duration STATE_COLLECTED = Duration.ofMinutes(15);
    private static final Duration ALERTS_COLLECTED = Duration.ofMinutes(30);

    private final String name;
    private final AlertmanagerCluster cluster;
    private final Replication replication;
    private final DeliveryLog deliveries;
    private final MemberClock clock;
    private final Silences silences;
    private final NotificationLog log;
    private final Inhibitor inhibitor;
    private final Intake intake;
    private final Groups groups;
    private final Api api;

    AlertmanagerMember(
            String name,
            AlertmanagerConfig config,
            AlertmanagerCluster cluster,
            boolean clustered,
            Agenda agenda,
            Replication replication,
            Subjects subjects,
            DeliveryLog deliveries) {
        this.name = name;
        this.cluster = cluster;
        this.replication = replication;
        this.deliveries = deliveries;
        clock = new MemberClock(() -> AlertmanagerCluster.PEER_TIMEOUT.multipliedBy(peers().indexOf(name)));
        silences = new Silences(silence -> replication.send(this, other -> other.take(silence)));
        log = new NotificationLog((key, entry) -> replication.send(this, other -> other.take(key, entry)));
        inhibitor = new Inhibitor(config.routing().inhibitRules());
        intake = new Intake(subjects, config.routing().resolveTimeout());
        groups = new Groups(
                agenda, clock, new Quiet(config, inhibitor, silences), new Notifier(name, config, log, deliveries));
        api = new Api(this, config, clustered, agenda);
        agenda.every(GROUPS_COLLECTED, _ -> groups.collect());
        agenda.every(STATE_COLLECTED, this::collectState);
        agenda.every(ALERTS_COLLECTED, at -> intake.collect(clock.wall(at)));
    }

    /** As its peers know it. */
    public String name() {
        return name;
    }

    /** Takes alerts as a POST would, now; those that a POST would refuse are left out. */
    public void receive(List<PostedAlert> alerts) {
        post(alerts);
    }

    /** How far its clock is ahead of the cluster's; negative where it lags. Its Date header says so too. */
    public void clockOffset(Duration ahead) {
        clock.ahead(ahead);
    }

    /** What this member sent, oldest first. */
    public List<Delivery> deliveries() {
        return deliveries.all().stream()
                .filter(delivery -> delivery.member().equals(name))
                .toList();
    }

    @Override
    public Reply answer(Request request) {
        Reply reply = api.answer(request);
        Map<String, String> headers = new HashMap<>(reply.headers());
        headers.put(
                "Date",
                DateTimeFormatter.RFC_1123_DATE_TIME.format(
                        clock.wall(cluster.clock().now()).atOffset(ZoneOffset.UTC)));
        return new Reply(reply.status(), headers, reply.body());
    }

    /** Names of the members that this one can reach, itself among them. */
    List<String> peers() {
        return replication.reachableFrom(this).stream()
                .map(AlertmanagerMember::name)
                .sorted()
                .toList();
    }

    List<Delivery> allDeliveries() {
        return deliveries.all();
    }

    Silences silences() {
        return silences;
    }

    Inhibitor inhibitor() {
        return inhibitor;
    }

    Intake intake() {
        return intake;
    }

    Groups groups() {
        return groups;
    }

    /** Reads or writes now, with the time that this member's clock shows. */
    <T> T now(Function<Instant, T> work) {
        return cluster.now(at -> work.apply(clock.wall(at)));
    }

    /** Takes what a client posted now; answers why some of it was refused. */
    List<String> post(List<PostedAlert> alerts) {
        return cluster.now(at -> take(alerts, at));
    }

    /** Gives all it knows to another member. */
    void handOver(AlertmanagerMember other) {
        silences.all().forEach(other::take);
        log.entries().forEach(other::take);
    }

    private List<String> take(List<PostedAlert> alerts, Instant at) {
        List<String> refused = new ArrayList<>();
        for (PostedAlert alert : alerts) {
            switch (intake.take(alert, clock.wall(at))) {
                case Taken.Held(HeldAlert held) -> {
                    inhibitor.add(held);
                    groups.add(held, at);
                }
                case Taken.Refused(String why) -> refused.add(why);
            }
        }
        return refused;
    }

    private void take(HeldSilence silence) {
        silences.merge(silence, clock.wall(replication.now()));
    }

    private void take(String key, NotificationLog.Entry entry) {
        log.merge(key, entry, clock.wall(replication.now()));
    }

    private void collectState(Instant at) {
        Instant now = clock.wall(at);
        silences.collect(now);
        log.collect(now);
        inhibitor.collect(now);
    }
}
