package io.novacron.oncall.core.action;

import io.novacron.oncall.core.bus.Bus;
import io.novacron.oncall.core.bus.OncallEvent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Every write of this session, to be read back; what outlives the session is in the journal. Any thread. */
public final class LadderLog {

    private static final int MOST = 500;
    private static final String JOURNAL = "journal";

    private final Bus bus;
    private final Map<String, Ladder> ladders = new LinkedHashMap<>();
    private final Set<String> endedHere = new LinkedHashSet<>();

    public LadderLog(Bus bus) {
        this.bus = bus;
    }

    void put(Ladder ladder) {
        synchronized (this) {
            ladders.put(ladder.id(), ladder);
            if (ladders.size() > MOST) {
                ladders.remove(ladders.keySet().iterator().next());
            }
        }
        bus.publish(new OncallEvent.ActionsChanged());
    }

    /** This console is about to end a silence, so that its end is no surprise. */
    synchronized void ending(String silenceId) {
        endedHere.add(silenceId);
        if (endedHere.size() > MOST) {
            endedHere.remove(endedHere.iterator().next());
        }
    }

    /** Ids of the silences that this console ended, the latest of them. */
    public synchronized Set<String> endedHere() {
        return Set.copyOf(endedHere);
    }

    /** Something about the journal itself that the operator must know, told once until it changes. */
    public void tellOfJournal(Outcome outcome, String sentence) {
        boolean said;
        synchronized (this) {
            Ladder before = ladders.get(JOURNAL);
            said = outcome == Outcome.EFFECTIVE
                    ? before == null || before.outcome() != Outcome.FAILED
                    : before != null && before.detail().equals(sentence);
        }
        if (!said) {
            put(new Ladder(JOURNAL, "the journal", "", List.of(), List.of(), outcome, sentence, "", 0, false));
        }
    }

    /** Newest first. */
    public synchronized List<Ladder> ladders() {
        return new ArrayList<>(ladders.values()).reversed();
    }
}
