package io.novacron.oncall.core.journal;

import io.novacron.oncall.core.silence.SilenceSpec;
import io.novacron.oncall.core.source.SilenceSink.ResolvedAlert;

/** A request that changes an Alertmanager or what pages for it, whole, so that it can be sent again after a loss (alerts guide S14). */
public sealed interface Write {

    /** Makes a silence, or changes the one that {@code spec} names. */
    record Post(SilenceSpec spec) implements Write {}

    /** Ends a silence. */
    record Expire(String silenceId) implements Write {}

    /** Acknowledges beside Alertmanager, at the service that pages people, what it knows by this key. */
    record Page(String dedupKey) implements Write {}

    /** Sends the withheld end notice of an alert. */
    record Resolve(ResolvedAlert alert) implements Write {}
}
