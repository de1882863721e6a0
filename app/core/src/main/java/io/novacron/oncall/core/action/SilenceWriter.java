package io.novacron.oncall.core.action;

import io.novacron.oncall.core.alert.ClusterAnswer;
import io.novacron.oncall.core.alert.Labels;
import io.novacron.oncall.core.alert.MemberAlert;
import io.novacron.oncall.core.alert.MemberAnswer;
import io.novacron.oncall.core.silence.Silence;
import io.novacron.oncall.core.silence.SilenceSpec;
import io.novacron.oncall.core.source.Fetched;
import io.novacron.oncall.core.source.SilenceSink.Probe;
import io.novacron.oncall.core.source.SourceError;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Writes one silence to one member of a cluster and proves it on all of them. After a lost answer it looks for the action's
 * UUID before it writes again, so that one intent never makes two silences (alerts guide S3).
 */
final class SilenceWriter {

    private static final Duration PAUSE = Duration.ofMillis(250);
    private static final int LOOKS = 4;

    /** Alertmanager's own default of {@code --cluster.peer-timeout}, for each position in the cluster. */
    private static final Duration PEER_WAIT = Duration.ofSeconds(15);

    /** What was silent for longer may stand in a queue on the way: that it is not there yet proves nothing. */
    private static final Duration PROMPT = Duration.ofSeconds(4);

    private final ActionDesk desk;
    private final ClusterDesk cluster;

    SilenceWriter(ActionDesk desk, ClusterDesk cluster) {
        this.desk = desk;
        this.cluster = cluster;
    }

    /** A silence that could not be written, with what is known of it. */
    static final class NotWritten extends Exception {

        private static final long serialVersionUID = 1L;
        private final Outcome outcome;

        NotWritten(Outcome outcome, String why) {
            super(why);
            this.outcome = outcome;
        }

        Outcome outcome() {
            return outcome;
        }

        Ladder end(Climb climb) {
            String why = getMessage();
            return climb.end(outcome, why == null ? "not written" : why);
        }
    }

    /** What a ready member answered to a write of {@code spec}. */
    record Accepted(String member, String silenceId) {}

    /** Members that can be written to, in the order of the configuration. */
    Map<String, Probe> ready() throws InterruptedException, NotWritten {
        Map<String, Probe> ready = new LinkedHashMap<>();
        List<String> reasons = new ArrayList<>();
        desk.each(cluster, cluster.sink()::probe).forEach((member, probe) -> {
            switch (probe) {
                case Fetched.Answer<Probe> answer when answer.value().ready() -> ready.put(member, answer.value());
                case Fetched.Answer<Probe> settling -> reasons.add(member + " is still settling");
                case Fetched.Failure<Probe> failure ->
                    reasons.add(failure.error().sentence());
            }
        });
        if (ready.isEmpty()) {
            throw new NotWritten(
                    Outcome.FAILED,
                    "no member of " + cluster.cluster() + " can be written to: " + String.join("; ", reasons));
        }
        return ready;
    }

    /**
     * Posts to the first ready member; goes on to the next one only where it is certain that the one before did nothing.
     *
     * @param spec what to post, given the member's version and clock; it must carry {@code climb.id()}
     */
    Accepted write(Function<Probe, SilenceSpec> spec, Climb climb) throws InterruptedException, NotWritten {
        return write(spec, silence -> Aftermath.carries(silence, climb.id()), climb);
    }

    /** The same for a silence that is known as one's own by {@code ours}. */
    Accepted write(Function<Probe, SilenceSpec> spec, Predicate<Silence> ours, Climb climb)
            throws InterruptedException, NotWritten {
        String lastReason = "";
        for (Map.Entry<String, Probe> member : ready().entrySet()) {
            long sent = desk.clock().nanos();
            Fetched<String> answer = climb.post(cluster.sink(), member.getKey(), spec.apply(member.getValue()));
            switch (answer) {
                case Fetched.Answer<String> id -> {
                    return accept(member.getKey(), id.value(), climb);
                }
                case Fetched.Failure<String>(SourceError.Rejected rejected) ->
                    throw new NotWritten(Outcome.FAILED, rejected.sentence());
                case Fetched.Failure<String>(SourceError error) -> {
                    lastReason = error.sentence();
                    if (error.mayHaveHappened()) {
                        climb.note("outcome unknown, looking for it: " + lastReason);
                        boolean late = late(sent);
                        Accepted found = find(ours, member.getKey(), lastReason);
                        if (!found.silenceId().isEmpty()) {
                            climb.found(found.member(), found.silenceId());
                            return accept(found.member(), found.silenceId(), climb);
                        }
                        unlessLate(late, lastReason);
                    }
                }
            }
        }
        throw new NotWritten(Outcome.FAILED, lastReason);
    }

    /** Whether a request sent at {@code sent} (nanoseconds) was silent for so long that it may stand in a queue. */
    boolean late(long sent) {
        return desk.clock().nanos() - sent > PROMPT.toNanos();
    }

    static void unlessLate(boolean late, String why) throws NotWritten {
        if (late) {
            throw new NotWritten(
                    Outcome.UNKNOWN, why + "; it may still arrive, so it is not sent again before that is clear");
        }
    }

    static Accepted accept(String member, String id, Climb climb) {
        climb.silence(id);
        climb.reach(Step.ACCEPTED, member + ", " + id);
        return new Accepted(member, id);
    }

    /** The silence that is ours; one with an empty id where the member written to is certain to lack it. */
    Accepted find(Predicate<Silence> ours, String written, String why) throws InterruptedException, NotWritten {
        boolean certain = false;
        for (int look = 0; look < LOOKS; look++) {
            certain = false; // it may have been taken after an earlier look
            desk.clock().sleep(PAUSE);
            Map<String, Fetched<List<Silence>>> all = desk.each(cluster, cluster.sink()::silences);
            for (Map.Entry<String, Fetched<List<Silence>>> member : all.entrySet()) {
                if (member.getValue() instanceof Fetched.Answer<List<Silence>> answer) {
                    for (Silence silence : answer.value()) {
                        if (ours.test(silence)) {
                            return new Accepted(member.getKey(), silence.id());
                        }
                    }
                    certain |= member.getKey().equals(written);
                }
            }
        }
        if (!certain) {
            throw new NotWritten(
                    Outcome.UNKNOWN,
                    why + "; " + written + " cannot be asked whether it took it, so it is not sent again");
        }
        return new Accepted(written, "");
    }

    /**
     * Follows a written silence until every member that can be reached holds it and every alert it matches there names it.
     *
     * @param about fingerprints that were asked for, which must be seen to name it; what else it hits is said in the detail
     */
    Ladder prove(Accepted accepted, Predicate<Labels> hit, List<String> about, Climb climb)
            throws InterruptedException {
        long end = desk.clock().nanos() + desk.patience().toNanos();
        while (true) {
            ClusterAnswer now = desk.read(cluster);
            int holding = (int) now.members().stream()
                    .filter(member -> holds(member, accepted.silenceId()))
                    .count();
            boolean replicated = holding > 0 && holding == now.members().size();
            boolean seen = false;
            if (replicated) {
                climb.reach(Step.REPLICATED, ActionDesk.share(holding, now));
                List<String> hits = hits(now, hit);
                climb.matches(hits.size());
                seen = hits.containsAll(about);
                if (seen && now.members().stream().allMatch(m -> quiets(m, accepted.silenceId(), hit))) {
                    String detail = effect(now, hits, about);
                    if (now.configured() > 1) {
                        climb.pageUntil(desk.clock().now().plus(PEER_WAIT.multipliedBy(now.configured() - 1)));
                    }
                    climb.reach(Step.EFFECTIVE, detail);
                    return climb.end(Outcome.EFFECTIVE, detail);
                }
            }
            if (desk.clock().nanos() >= end) {
                String why = now.members().isEmpty()
                        ? ActionDesk.silentSentence(now)
                        : "held by " + ActionDesk.share(holding, now)
                                + (!replicated
                                        ? " only"
                                        : seen
                                                ? ", but alerts do not name it yet"
                                                : ", but an alert it was made for is not listed any more");
                return climb.end(Outcome.ACCEPTED, why);
            }
            desk.clock().sleep(PAUSE);
        }
    }

    private static boolean holds(MemberAnswer member, String id) {
        return member.silences().stream().anyMatch(silence -> silence.id().equals(id) && silence.active());
    }

    private static boolean quiets(MemberAnswer member, String id, Predicate<Labels> hit) {
        return member.alerts().stream()
                .filter(alert -> hit.test(alert.labels()))
                .allMatch(alert -> alert.silencedBy().contains(id));
    }

    private static List<String> hits(ClusterAnswer now, Predicate<Labels> hit) {
        return now.members().stream()
                .flatMap(member -> member.alerts().stream())
                .filter(alert -> hit.test(alert.labels()))
                .map(MemberAlert::fingerprint)
                .distinct()
                .toList();
    }

    /**
     * Silences are checked before a member waits for its peers, so a page that was on its way may still leave: 15 s for each
     * position in the cluster (alerts guide §4.3).
     */
    private static String effect(ClusterAnswer now, List<String> hits, List<String> about) {
        long strangers = hits.stream().filter(hit -> !about.contains(hit)).count();
        StringBuilder text = new StringBuilder(ActionDesk.share(now.members().size(), now));
        if (!about.isEmpty() && strangers > 0) {
            text.append(", also hits ").append(strangers).append(" other alerts");
        }
        if (now.configured() > 1) {
            text.append(Ladder.page(PEER_WAIT.multipliedBy(now.configured() - 1)));
        }
        return text.toString();
    }
}
