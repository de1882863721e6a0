package io.novacron.oncall.core.action;

import io.novacron.oncall.core.action.SilenceWriter.NotWritten;
import io.novacron.oncall.core.silence.Silence;
import io.novacron.oncall.core.source.Fetched;
import io.novacron.oncall.core.source.SilenceSink.Probe;
import io.novacron.oncall.core.source.SourceError;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Ends one silence everywhere. A 200 may have changed nothing, and a member that was written to at the same moment can bring
 * the silence back, so every member is read a second later and the write repeated (alerts guide §4.3).
 */
final class SilenceEnder {

    private static final Duration GOSSIP = Duration.ofSeconds(1);
    private static final int TRIES = 3;

    private final ActionDesk desk;
    private final ClusterDesk cluster;

    SilenceEnder(ActionDesk desk, ClusterDesk cluster) {
        this.desk = desk;
        this.cluster = cluster;
    }

    /** Why it did not end; empty where no member that can be reached holds it active or pending any more. */
    String end(String id, Climb climb) throws InterruptedException {
        String why = "";
        Set<String> holding = new TreeSet<>();
        desk.log().ending(id);
        for (int attempt = 0; attempt < TRIES; attempt++) {
            Map<String, Probe> ready;
            try {
                ready = new SilenceWriter(desk, cluster).ready();
                why = expire(holdersFirst(ready.keySet(), holding), id, climb);
            } catch (NotWritten notWritten) {
                return String.valueOf(notWritten.getMessage());
            }
            desk.clock().sleep(GOSSIP);
            holding.clear();
            List<String> silent = new ArrayList<>();
            int gone = look(id, holding, silent);
            if (holding.isEmpty() && gone > 0) {
                climb.reach(Step.REPLICATED, share(gone, silent));
                return "";
            }
            if (!holding.isEmpty()) {
                why = stillActive(id, holding, ready);
            }
        }
        return why.isEmpty() ? "no member of " + cluster.cluster() + " answers any more" : why;
    }

    /** The side of a split that still holds it hears of an end only where it is told itself. */
    private static List<String> holdersFirst(Set<String> ready, Set<String> holding) {
        List<String> order = new ArrayList<>(ready);
        order.sort(Comparator.comparing(member -> !holding.contains(member)));
        return order;
    }

    private String expire(List<String> ready, String id, Climb climb) throws NotWritten {
        String why = "";
        for (String member : ready) {
            switch (climb.expire(cluster.sink(), member, id)) {
                case Fetched.Answer<Boolean> done -> {
                    climb.silence(id);
                    climb.reach(Step.ACCEPTED, member + ", " + id);
                    return "";
                }
                case Fetched.Failure<Boolean>(SourceError error) -> why = error.sentence();
            }
        }
        return why;
    }

    /** How many members hold it no more; those that still do and those that do not answer are added to the collections. */
    private int look(String id, Set<String> holding, List<String> silent) throws InterruptedException {
        int gone = 0;
        for (Map.Entry<String, Fetched<Silence>> member :
                desk.each(cluster, m -> cluster.sink().silence(m, id)).entrySet()) {
            switch (member.getValue()) {
                case Fetched.Answer<Silence> answer -> {
                    switch (answer.value().state()) {
                        case EXPIRED -> gone++;
                        case ACTIVE, PENDING -> holding.add(member.getKey());
                    }
                }
                case Fetched.Failure<Silence>(SourceError.Rejected unknown) -> gone++;
                case Fetched.Failure<Silence> failure -> silent.add(member.getKey());
            }
        }
        return gone;
    }

    private static String share(int gone, List<String> silent) {
        StringBuilder text = new StringBuilder().append(gone).append('/').append(gone + silent.size());
        silent.forEach(member -> text.append(", ").append(member).append(" unreachable"));
        return text.toString();
    }

    private String stillActive(String id, Set<String> holding, Map<String, Probe> ready) {
        StringBuilder text = new StringBuilder("silence ").append(id).append(" is still active on ");
        text.append(String.join(", ", holding));
        for (String member : holding) {
            Probe probe = ready.get(member);
            if (probe != null) {
                long offset =
                        Duration.between(desk.clock().now(), probe.serverTime()).toSeconds();
                text.append(" (clock ")
                        .append(offset >= 0 ? "+" : "")
                        .append(offset)
                        .append(" s)");
            }
        }
        return text.toString();
    }
}
