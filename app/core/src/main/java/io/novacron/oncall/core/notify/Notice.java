package io.novacron.oncall.core.notify;

import io.novacron.oncall.core.alert.AlertKey;
import io.novacron.oncall.core.alert.Severity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing the operator is told of. Title and body are safe to show (one line each of them, nothing in them hides or turns).
 *
 * @param id unique, also over restarts
 * @param severity the worst of its alerts
 * @param body may be empty
 * @param worst the alert to open; null where it is about no alert
 * @param alerts how many alerts it stands for
 * @param held why it is only listed and not shown on the desktop; empty where it is shown
 * @param tone {@link Tone#NONE} where it makes no sound
 * @param topic notices of the same topic replace each other on the desktop
 */
public record Notice(
        long id,
        Instant at,
        Kind kind,
        Severity severity,
        String title,
        String body,
        @Nullable AlertKey worst,
        int alerts,
        String held,
        Tone tone,
        String topic) {

    public enum Kind {
        /** Alerts that began to fire. */
        FIRING,
        /** What fired already when the console first heard of the cluster. */
        BACKLOG,
        /** Pages nobody has looked at yet. */
        REPEAT,
        /** Known alerts that need somebody again. */
        REALARM,
        /** Alerts may not reach anybody: a source or a watchdog is lost. */
        PIPELINE
    }

    /** True where the desktop shows it. */
    public boolean pops() {
        return held.isEmpty();
    }

    /** The same without a sound. */
    public Notice silent() {
        return new Notice(id, at, kind, severity, title, body, worst, alerts, held, Tone.NONE, topic);
    }
}
