package io.novacron.oncall.core.action;

import io.novacron.oncall.core.bus.Bus;
import io.novacron.oncall.core.bus.OncallEvent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Every write of this session, to be read back. In memory: after a crash the UUID in the silence's comment is the record. Any
 * thread.
 */
public final class LadderLog {

    private static final int MOST = 500;

    private final Bus bus;
    private final Map<String, Ladder> ladders = new LinkedHashMap<>();

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

    /** Newest first. */
    public synchronized List<Ladder> ladders() {
        return new ArrayList<>(ladders.values()).reversed();
    }
}
