package io.novacron.oncall.core.poll;

import io.novacron.oncall.core.store.Snapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Doubts an answer that is suddenly empty (reliability guide F42). What was empty from first contact is not doubted. Used by
 * one poller only.
 *
 * @param <T> the answer of one poll
 */
public final class Emptiness<T> {

    private final ToIntFunction<T> size;
    private final int least;
    private final @Nullable Duration patience;
    private final String what;
    private int lost;
    private @Nullable Instant since;

    private Emptiness(String what, ToIntFunction<T> size, int least, @Nullable Duration patience) {
        this.what = what;
        this.size = size;
        this.least = least;
        this.patience = patience;
    }

    /**
     * Alerts come and go, so only the loss of five or more at once is odd, and only until Prometheus, which resends each
     * minute, has had time to send them again.
     */
    public static <T> Emptiness<T> ofAlerts(ToIntFunction<T> size) {
        return new Emptiness<>("alerts", size, 5, Duration.ofSeconds(90));
    }

    /** Services, targets, indices: they do not vanish by themselves, so the doubt stays until some are back. */
    public static <T> Emptiness<T> ofInventory(String what, ToIntFunction<T> size) {
        return new Emptiness<>(what, size, 1, null);
    }

    /** The reason for doubt, empty for none. */
    String doubt(@Nullable T before, Snapshot<T> now) {
        if (size.applyAsInt(now.value()) > 0) {
            since = null;
            return "";
        }
        int had = before == null ? 0 : size.applyAsInt(before);
        if (had >= least) {
            lost = had;
            since = now.observedAt();
        }
        if (since == null) {
            return "";
        }
        if (patience != null && since.plus(patience).isBefore(now.observedAt())) {
            since = null;
            return "";
        }
        return "all " + lost + " " + what + " vanished at once";
    }
}
