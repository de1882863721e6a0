package io.novacron.oncall.core.notify;

import io.novacron.oncall.core.alert.AlertKey;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Keeps what was seen over restarts. Its calls block; one caller at a time. */
public interface SeenStore {

    /** Keeping failed, which must not keep anything from ringing. */
    final class SeenStoreException extends Exception {

        private static final long serialVersionUID = 1L;

        /** @param message one sentence: what failed and the way out */
        public SeenStoreException(String message, Throwable cause) {
            super(message, cause);
        }
    }

    List<SeenFiring> load() throws SeenStoreException;

    /** Replaces the entries of these alerts and drops those forgotten, all or nothing. */
    void save(Collection<SeenFiring> changed, Set<AlertKey> forgotten) throws SeenStoreException;
}
