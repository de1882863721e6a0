package io.novacron.oncall.core.action;

import io.novacron.oncall.core.action.SilenceWriter.Accepted;
import io.novacron.oncall.core.journal.JournalException;
import io.novacron.oncall.core.journal.JournalledAction;
import io.novacron.oncall.core.silence.Matcher;
import io.novacron.oncall.core.silence.MatcherSyntaxException;
import io.novacron.oncall.core.silence.Matching;
import io.novacron.oncall.core.silence.Silence;
import io.novacron.oncall.core.source.Fetched;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds out what became of the actions that an earlier console did not live to see the end of, and of those whose outcome is
 * unknown, by the UUID that each silence carries (alerts guide §4.3). Blocking.
 */
public final class Reconcile {

    private final ActionDesk desk;

    public Reconcile(ActionDesk desk) {
        this.desk = desk;
    }

    /**
     * One look at every such action; answers how many stay open, to be looked at again later. That the journal cannot be read
     * is told in the log of actions.
     */
    public int run() throws InterruptedException {
        try {
            List<JournalledAction> unfinished =
                    JournalledAction.of(desk.journal().unfinished());
            desk.log().tellOfJournal(Outcome.EFFECTIVE, "can be written to again");
            return look(unfinished);
        } catch (JournalException e) {
            desk.log().tellOfJournal(Outcome.FAILED, e.sentence());
            return 1;
        }
    }

    private int look(List<JournalledAction> unfinished) throws InterruptedException {
        Map<String, Map<String, Fetched<List<Silence>>>> seen = new HashMap<>();
        int open = 0;
        for (JournalledAction action : unfinished) {
            ClusterDesk cluster = desk.cluster(action.cluster());
            if (cluster == null) {
                continue; // no longer configured; it is asked again where it is
            }
            Map<String, Fetched<List<Silence>>> members = seen.get(action.cluster());
            if (members == null) {
                members = desk.each(cluster, cluster.sink()::silences);
                seen.put(action.cluster(), members);
            }
            Climb climb = Climb.again(desk, action);
            switch (Aftermath.of(action, members, desk.clock().now())) {
                case Aftermath.Standing standing -> {
                    if (action.accepted().isEmpty()) {
                        climb.found(standing.member(), standing.silence().id());
                    }
                    prove(cluster, standing, climb);
                }
                case Aftermath.Over(Outcome outcome, String silenceId, String detail) -> {
                    climb.silence(silenceId);
                    climb.end(outcome, "found after the console had ended: " + detail);
                }
                case Aftermath.Open(String why) -> {
                    open++;
                    climb.doubt("what became of it is not known yet: " + why);
                }
            }
        }
        return open;
    }

    private void prove(ClusterDesk cluster, Aftermath.Standing standing, Climb climb) throws InterruptedException {
        Silence silence = standing.silence();
        climb.silence(silence.id());
        climb.reach(Step.ACCEPTED, standing.member() + ", " + silence.id());
        Matching matching;
        try {
            matching = Matching.of(silence.matchers());
        } catch (MatcherSyntaxException e) {
            climb.end(
                    Outcome.ACCEPTED,
                    "what " + Matcher.toText(silence.matchers()) + " hits cannot be told: " + e.text());
            return;
        }
        new SilenceWriter(desk, cluster)
                .prove(new Accepted(standing.member(), silence.id()), matching::matches, List.of(), climb);
    }
}
