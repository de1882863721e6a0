package io.novacron.oncall.core.firing;

import io.novacron.oncall.core.metric.AlertSending;
import io.novacron.oncall.core.source.Fetched;
import io.novacron.oncall.core.source.MetricSource;
import io.novacron.oncall.core.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Remembers how each Prometheus sends its alerts, for its configuration may be megabytes and rarely changes. Any thread. */
public final class SendingBook {

    private static final Duration GOOD_FOR = Duration.ofMinutes(5);

    private record Entry(long nanos, Fetched<List<AlertSending>> answer) {}

    private final Clock clock;
    private final Map<String, Entry> entries = new ConcurrentHashMap<>();

    public SendingBook(Clock clock) {
        this.clock = clock;
    }

    /** One for each replica that answered, read again after five minutes or where it failed; blocking. */
    public Fetched<List<AlertSending>> of(MetricSource source) {
        Entry held = entries.get(source.name());
        boolean good = held != null
                && held.answer() instanceof Fetched.Answer<List<AlertSending>>
                && clock.nanos() - held.nanos() < GOOD_FOR.toNanos();
        if (held != null && good) {
            return held.answer();
        }
        Fetched<List<AlertSending>> answer = source.sendings();
        entries.put(source.name(), new Entry(clock.nanos(), answer));
        return answer;
    }
}
