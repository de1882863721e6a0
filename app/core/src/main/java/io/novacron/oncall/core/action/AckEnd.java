package io.novacron.oncall.core.action;

import io.novacron.oncall.core.alert.Labels;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Ends an acknowledgement whose firing is over, and sends the end notice that it withheld (alerts guide §4.6). */
final class AckEnd {

    private final ActionDesk desk;
    private final ClusterDesk cluster;

    AckEnd(ActionDesk desk, ClusterDesk cluster) {
        this.desk = desk;
        this.cluster = cluster;
    }

    Ladder run(AckSituation fresh, AckCase one, AckDecision.End end, AckMemory memory) throws InterruptedException {
        String id = one.silence().id();
        Climb climb =
                desk.climb("end the acknowledgement of " + AckRewrite.subject(one.silence()), cluster, one.keys());
        climb.byItself();
        climb.silence(id);
        return climb.finish(() -> {
            String why = new SilenceEnder(desk, cluster).end(id, climb);
            if (!why.isEmpty()) {
                return climb.end(Outcome.FAILED, why);
            }
            String detail = climb.detail(Step.REPLICATED) + "; " + end.why() + rest(fresh, one, end, memory, climb);
            climb.reach(Step.EFFECTIVE, detail);
            return climb.end(Outcome.EFFECTIVE, detail);
        });
    }

    private String rest(AckSituation fresh, AckCase one, AckDecision.End end, AckMemory memory, Climb climb)
            throws InterruptedException {
        if (!end.rearm()) {
            return "; the end of the old firing was never told, so " + late(fresh, one, memory, climb);
        }
        String why = new Rearm(desk, cluster)
                .send(
                        fresh.answer(),
                        one.silence(),
                        one.ack(),
                        one.ack().keys().keySet(),
                        known(fresh, one, memory),
                        climb);
        if (!why.isEmpty()) {
            return "; " + why + "; if it fires again, " + late(fresh, one, memory, climb);
        }
        climb.rearmed();
        return "; end notice sent, the next firing pages";
    }

    private String late(AckSituation fresh, AckCase one, AckMemory memory, Climb climb) {
        List<Labels> alerts = new ArrayList<>();
        for (String fingerprint : one.ack().keys().keySet()) {
            AckMemory.Last last = memory.last().get(fingerprint);
            alerts.add(last == null ? Rearm.fromMatchers(one.silence().matchers()) : last.labels());
        }
        NextPage next = NextPage.of(
                fresh.board(), cluster.cluster(), alerts, desk.clock().now());
        climb.nextPage(next.notBefore());
        return next.words();
    }

    private Map<String, Rearm.Known> known(AckSituation fresh, AckCase one, AckMemory memory) {
        Map<String, Rearm.Known> known = new HashMap<>();
        AckAbsence gone = one.gone();
        if (gone != null) {
            Duration ago = Duration.between(gone.since(), fresh.readAt());
            memory.last()
                    .forEach((fingerprint, last) -> known.put(
                            fingerprint,
                            new Rearm.Known(
                                    last.labels(),
                                    last.annotations(),
                                    fresh.serverNow().minus(ago))));
        }
        return known;
    }
}
