package io.novacron.oncall.connectors.http;

import io.novacron.oncall.core.secret.SecretReader;
import io.novacron.oncall.core.settings.SourceSettings;
import io.novacron.oncall.core.source.Fetched;
import io.novacron.oncall.core.source.SourceError;
import io.novacron.oncall.core.time.Clock;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The wire to one source: all its members, its credential, its TLS, its bounds. Any thread; blocking. An interrupt of the
 * calling virtual thread cancels the exchange in flight, which answers {@link SourceError.Cancelled}; the thread stays
 * interrupted.
 */
public final class SourceClient implements AutoCloseable {

    private final SourceSettings settings;
    private final Budgets budgets;
    private final Clock clock;
    private final Map<String, Exchange> exchanges = new LinkedHashMap<>();
    private final Gate gate = new Gate();
    private volatile int answeredLast;
    private @Nullable Transport transport;
    private boolean closed;

    private SourceClient(SourceSettings settings, SecretReader secrets, Clock clock, Budgets budgets) {
        this.settings = settings;
        this.budgets = budgets;
        this.clock = clock;
        Credentials credentials = new Credentials(settings.credential(), settings.headers(), secrets);
        for (Member member : Member.of(settings.urls())) {
            exchanges.put(member.name(), new Exchange(member, credentials, budgets, clock));
        }
    }

    /** Connects to nothing yet; what is wrong with a CA file or a secret is said by every request. */
    public static SourceClient open(SourceSettings settings, SecretReader secrets, Clock clock) {
        return open(settings, secrets, clock, Budgets.DEFAULT);
    }

    static SourceClient open(SourceSettings settings, SecretReader secrets, Clock clock, Budgets budgets) {
        return new SourceClient(settings, secrets, clock, budgets);
    }

    public String name() {
        return settings.name();
    }

    /** host:port of each member in the order of the configuration. */
    public List<String> members() {
        return List.copyOf(exchanges.keySet());
    }

    /** Reads from one member; what may pass by itself is tried again at most twice. */
    public <T> Fetched<T> read(String member, ApiRequest request, Decoder<T> decoder) {
        Exchange exchange = exchange(member);
        long start = clock.nanos();
        for (int retry = 0; ; retry++) {
            Fetched<T> fetched = once(exchange, false, request, decoder);
            boolean late = clock.nanos() - start >= budgets.idle().toNanos();
            if (late
                    || !(fetched instanceof Fetched.Failure<T>(SourceError error))
                    || retry >= Backoff.retries(error)) {
                return fetched;
            }
            try {
                clock.sleep(Backoff.before(retry));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return Fetched.failure(exchange.cancelled(start));
            }
        }
    }

    /**
     * Reads from the member that answered last, then from the others in turn, until one answers. The next member is the
     * retry; only a single one is asked again. If none answers, the error is that of the first asked.
     */
    public <T> Fetched<T> readAny(ApiRequest request, Decoder<T> decoder) {
        List<String> members = members();
        int first = answeredLast;
        if (members.size() == 1) {
            return read(members.getFirst(), request, decoder);
        }
        Fetched<T> failed = null;
        for (int i = 0; i < members.size(); i++) {
            int at = (first + i) % members.size();
            Fetched<T> fetched = once(exchange(members.get(at)), false, request, decoder);
            if (!(fetched instanceof Fetched.Failure<T>(SourceError error))) {
                answeredLast = at;
                return fetched;
            }
            if (!worthAnother(error)) {
                return fetched;
            }
            failed = failed == null ? fetched : failed;
        }
        return failed == null ? Fetched.failure(new SourceError.Unreachable(name(), "it has no url")) : failed;
    }

    /** Exactly one attempt: whether a write is repeated is decided by who knows how to look for its effect. */
    public <T> Fetched<T> write(String member, ApiRequest request, Decoder<T> decoder) {
        return once(exchange(member), true, request, decoder);
    }

    /** Ends every exchange in flight and every connection; later requests answer {@link SourceError.Cancelled}. */
    @Override
    public synchronized void close() {
        closed = true;
        if (transport != null) {
            transport.close();
        }
    }

    private <T> Fetched<T> once(Exchange exchange, boolean write, ApiRequest request, Decoder<T> decoder) {
        long start = clock.nanos();
        try {
            if (!gate.enter()) {
                return Fetched.failure(new SourceError.QueueFull(name()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Fetched.failure(exchange.cancelled(start));
        }
        try {
            Transport open = transport();
            if (open == null) {
                return Fetched.failure(exchange.cancelled(start));
            }
            return exchange.once(open, write, request, decoder);
        } catch (IOException e) {
            return Fetched.failure(new SourceError.NoCredential(String.valueOf(e.getMessage())));
        } finally {
            gate.leave();
        }
    }

    /** Null once closed. */
    synchronized @Nullable Transport transport() throws IOException {
        if (closed) {
            return null;
        }
        if (transport == null) {
            transport = Transport.open(settings, budgets);
        }
        return transport;
    }

    private Exchange exchange(String member) {
        Exchange exchange = exchanges.get(member);
        if (exchange == null) {
            throw new IllegalArgumentException(member + " is no member of " + name());
        }
        return exchange;
    }

    private static boolean worthAnother(SourceError error) {
        return switch (error) {
            case SourceError.Rejected _,
                    SourceError.Denied _,
                    SourceError.Cancelled _,
                    SourceError.NoCredential _,
                    SourceError.QueueFull _ -> false;
            default -> true;
        };
    }
}
