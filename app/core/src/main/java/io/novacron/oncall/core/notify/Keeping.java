package io.novacron.oncall.core.notify;

import io.novacron.oncall.core.alert.AlertKey;
import io.novacron.oncall.core.notify.SeenStore.SeenStoreException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings what was seen to its store, again after a while where that failed. One thread, but for {@link #problem}. */
final class Keeping {

    private static final Logger LOG = LoggerFactory.getLogger(Keeping.class);
    private static final Duration PAUSE = Duration.ofSeconds(10);

    private final SeenStore store;
    private final Map<AlertKey, SeenFiring> changed = new HashMap<>();
    private final Set<AlertKey> forgotten = new HashSet<>();
    private Instant next = Instant.MIN;
    private volatile String problem = "";

    Keeping(SeenStore store) {
        this.store = store;
    }

    List<SeenFiring> load() {
        try {
            return store.load();
        } catch (SeenStoreException e) {
            trouble(e);
            return List.of();
        }
    }

    void save(Collection<SeenFiring> nowChanged, Set<AlertKey> nowForgotten, Instant now) {
        nowForgotten.forEach(changed::remove);
        forgotten.addAll(nowForgotten);
        for (SeenFiring seen : nowChanged) {
            changed.put(seen.key(), seen);
            forgotten.remove(seen.key());
        }
        if ((changed.isEmpty() && forgotten.isEmpty()) || now.isBefore(next)) {
            return;
        }
        try {
            store.save(List.copyOf(changed.values()), Set.copyOf(forgotten));
            changed.clear();
            forgotten.clear();
            next = Instant.MIN;
            problem = "";
        } catch (SeenStoreException e) {
            next = now.plus(PAUSE);
            trouble(e);
        }
    }

    /** Why what was told is not kept over a restart; empty where it is. Any thread. */
    String problem() {
        return problem;
    }

    private void trouble(SeenStoreException e) {
        if (problem.isEmpty()) {
            LOG.warn("What rang is not kept over a restart", e);
        }
        problem = String.valueOf(e.getMessage());
    }
}
