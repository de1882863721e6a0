package io.novacron.oncall.connectors.prometheus;

import io.novacron.oncall.connectors.http.ApiRequest;
import io.novacron.oncall.connectors.http.Decoder;
import io.novacron.oncall.connectors.http.SourceClient;
import io.novacron.oncall.connectors.http.UnexpectedShape;
import io.novacron.oncall.core.metric.AlertSending;
import io.novacron.oncall.core.metric.AlertSendingReader;
import io.novacron.oncall.core.metric.MetricAnswer;
import io.novacron.oncall.core.metric.QueryResult;
import io.novacron.oncall.core.metric.Rule;
import io.novacron.oncall.core.metric.RuleAlert;
import io.novacron.oncall.core.metric.Target;
import io.novacron.oncall.core.routing.ConfigException;
import io.novacron.oncall.core.source.Condition;
import io.novacron.oncall.core.source.Contact;
import io.novacron.oncall.core.source.Fetched;
import io.novacron.oncall.core.source.MetricSource;
import io.novacron.oncall.core.source.SourceError;
import io.novacron.oncall.core.source.SourceKind;
import io.novacron.oncall.core.source.SourceState;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A Prometheus backend of one or more replicas. A poll takes everything from one replica, so that rules, alerts and targets
 * belong together; a replica that does not answer is named in a {@link SourceState#PARTIAL} condition.
 */
public final class PrometheusConnector implements MetricSource {

    /** Above this a query travels as a form: proxies refuse long URLs. */
    private static final int LONG_QUERY = 2000;

    private static final String EXPECTED = "the Prometheus API v1";

    private static final String QUERY = "/api/v1/query";
    private static final String RANGE = "/api/v1/query_range";
    static final Decoder<Opened<String>> VERSION =
            Opened.decoder(Wire.Build.class, (_, build) -> Texts.of(build.version()));
    static final Decoder<Opened<List<Rule>>> RULES =
            Opened.decoder(Wire.Groups.class, (_, groups) -> Mapping.rules(groups));
    static final Decoder<Opened<List<RuleAlert>>> ALERTS =
            Opened.decoder(Wire.Alerts.class, (_, alerts) -> Mapping.alerts(alerts));
    static final Decoder<Opened<List<Target>>> TARGETS =
            Opened.decoder(Wire.Targets.class, (_, targets) -> Mapping.targets(targets));
    static final Decoder<Opened<AlertSending>> SENDING =
            Opened.decoder(Wire.Config.class, (_, config) -> sending(Texts.of(config.yaml())));
    static final Decoder<Opened<QueryResult>> RESULT = Opened.decoder(Wire.Outcome.class, Results::of);

    private final SourceClient client;

    public PrometheusConnector(SourceClient client) {
        this.client = client;
    }

    @Override
    public String name() {
        return client.name();
    }

    @Override
    public SourceKind kind() {
        return SourceKind.PROMETHEUS;
    }

    @Override
    public Fetched<MetricAnswer> poll() {
        List<String> members = client.members();
        List<Condition> silent = new ArrayList<>();
        Fetched<MetricAnswer> answer = Fetched.failure(new SourceError.Unreachable(name(), "it has no url"));
        int next = 0;
        while (next < members.size()) {
            Fetched<MetricAnswer> polled = poll(members.get(next++));
            if (!(polled instanceof Fetched.Failure<MetricAnswer>(SourceError error))) {
                answer = polled;
                break;
            }
            answer = silent.isEmpty() ? polled : answer;
            silent.add(new Condition(SourceState.PARTIAL, error.sentence()));
            if (error instanceof SourceError.Cancelled) {
                return polled;
            }
        }
        for (String other : members.subList(next, members.size())) {
            if (version(other, new ArrayList<>()) instanceof Fetched.Failure<String>(SourceError error)) {
                silent.add(new Condition(SourceState.PARTIAL, error.sentence()));
            }
        }
        return with(answer, silent);
    }

    @Override
    public Fetched<QueryResult> query(String expression, @Nullable Instant time) {
        if (URLEncoder.encode(expression, StandardCharsets.UTF_8).length() > LONG_QUERY) {
            return query(ApiRequest.postForm(QUERY), expression, time);
        }
        Fetched<QueryResult> answer = query(ApiRequest.get(QUERY), expression, time);
        boolean refused = answer instanceof Fetched.Failure<QueryResult>(SourceError error) && refusesTheUrl(error);
        return refused ? query(ApiRequest.postForm(QUERY), expression, time) : answer;
    }

    /** As a form, for a proxy would refuse a long URL; one that refuses a POST gets the URL. */
    @Override
    public Fetched<QueryResult> range(String expression, Instant start, Instant end, Duration step) {
        Fetched<QueryResult> answer = range(ApiRequest.postForm(RANGE), expression, start, end, step);
        boolean refused = answer instanceof Fetched.Failure<QueryResult>(SourceError error) && refusesTheMethod(error);
        return refused ? range(ApiRequest.get(RANGE), expression, start, end, step) : answer;
    }

    @Override
    public Fetched<List<AlertSending>> sendings() {
        List<Condition> conditions = new ArrayList<>();
        List<AlertSending> sendings = new ArrayList<>();
        Fetched<AlertSending> last = Fetched.failure(new SourceError.Unreachable(name(), "it has no url"));
        Contact heard = null;
        for (String member : client.members()) {
            last = ask(member, "/api/v1/status/config", SENDING, conditions);
            switch (last) {
                case Fetched.Answer<AlertSending>(AlertSending sending, Contact contact) -> {
                    sendings.add(sending);
                    heard = contact;
                }
                case Fetched.Failure<AlertSending>(SourceError error) ->
                    conditions.add(new Condition(SourceState.PARTIAL, error.sentence()));
            }
        }
        return heard == null
                ? last.map(List::of)
                : with(new Fetched.Answer<>(List.copyOf(sendings), heard), conditions);
    }

    private static AlertSending sending(String yaml) throws IOException {
        try {
            return AlertSendingReader.read(yaml);
        } catch (ConfigException e) {
            throw new UnexpectedShape("a configuration that cannot be read (" + e.sentence() + ")");
        }
    }

    private Fetched<QueryResult> range(
            ApiRequest request, String expression, Instant start, Instant end, Duration step) {
        return result(request.with("query", expression)
                .with("start", seconds(start.toEpochMilli()))
                .with("end", seconds(end.toEpochMilli()))
                .with("step", seconds(step.toMillis()))
                .longRunning());
    }

    private Fetched<MetricAnswer> poll(String member) {
        List<Condition> partial = new ArrayList<>();
        Fetched<MetricAnswer> answer = version(member, partial)
                .flatMap(version -> ask(member, "/api/v1/rules", RULES, partial)
                        .flatMap(rules -> ask(member, "/api/v1/alerts", ALERTS, partial)
                                .flatMap(alerts -> ask(member, "/api/v1/targets", TARGETS, partial)
                                        .map(targets -> new MetricAnswer(version, rules, alerts, targets)))));
        return answer instanceof Fetched.Answer<MetricAnswer>(MetricAnswer value, Contact contact)
                ? with(new Fetched.Answer<>(value, contact.with(value.version(), "", contact.conditions())), partial)
                : answer;
    }

    private Fetched<String> version(String member, List<Condition> partial) {
        return ask(member, "/api/v1/status/buildinfo", VERSION, partial);
    }

    private <T> Fetched<T> ask(String member, String path, Decoder<Opened<T>> decoder, List<Condition> partial) {
        ApiRequest request = ApiRequest.get(path).expecting(EXPECTED);
        Fetched<T> opened = opened(member, client.read(member, request, decoder));
        if (opened instanceof Fetched.Answer<T>(T _, Contact contact)) {
            contact.conditions().stream()
                    .filter(condition -> condition.state() == SourceState.PARTIAL)
                    .forEach(partial::add);
        }
        return opened;
    }

    private Fetched<QueryResult> query(ApiRequest request, String expression, @Nullable Instant time) {
        ApiRequest asked = request.with("query", expression);
        return result(time == null ? asked : asked.with("time", seconds(time.toEpochMilli())));
    }

    private Fetched<QueryResult> result(ApiRequest request) {
        return switch (opened(name(), client.readAny(request.expecting(EXPECTED), RESULT))) {
            case Fetched.Answer<QueryResult> answer ->
                with(answer, partial(answer.value().warnings()));
            case Fetched.Failure<QueryResult>(SourceError error) -> Fetched.failure(refusal(error));
        };
    }

    private static String seconds(long millis) {
        return String.format(Locale.ROOT, "%.3f", millis / 1000.0);
    }

    private static List<Condition> partial(List<String> warnings) {
        return warnings.stream()
                .map(warning -> new Condition(SourceState.PARTIAL, warning))
                .toList();
    }

    private static <T> Fetched<T> opened(String host, Fetched<Opened<T>> fetched) {
        return switch (fetched) {
            case Fetched.Failure<Opened<T>>(SourceError error) -> Fetched.failure(error);
            case Fetched.Answer<Opened<T>>(Opened.Refused<T>(String text), Contact _) ->
                Fetched.failure(new SourceError.Rejected(host, 200, text));
            case Fetched.Answer<Opened<T>>(Opened.Good<T>(T value, List<String> warnings), Contact contact) ->
                with(new Fetched.Answer<>(value, contact), partial(warnings));
        };
    }

    /** The answer under these conditions too, each once. */
    private static <T> Fetched<T> with(Fetched<T> fetched, List<Condition> more) {
        if (!(fetched instanceof Fetched.Answer<T>(T value, Contact contact))) {
            return fetched;
        }
        Set<Condition> all = new LinkedHashSet<>(contact.conditions());
        all.addAll(more);
        return new Fetched.Answer<>(value, contact.with(contact.version(), contact.flavour(), List.copyOf(all)));
    }

    /** A query that ran too long or was stopped comes as 503 in the API's own words: asking again does not help. */
    private static SourceError refusal(SourceError error) {
        return error instanceof SourceError.ServerFault(String host, int status, String text)
                        && (text.startsWith("timeout: ") || text.startsWith("canceled: "))
                ? new SourceError.Rejected(host, status, text)
                : error;
    }

    private static boolean refusesTheUrl(SourceError error) {
        return switch (error) {
            case SourceError.Rejected rejected -> rejected.status() == 414 || rejected.status() == 431;
            default -> refusesTheMethod(error);
        };
    }

    private static boolean refusesTheMethod(SourceError error) {
        return error instanceof SourceError.NotTheApi other && other.found().startsWith("405");
    }
}
