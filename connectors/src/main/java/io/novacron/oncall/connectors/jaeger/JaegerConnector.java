package io.novacron.oncall.connectors.jaeger;

import io.novacron.oncall.connectors.http.ApiRequest;
import io.novacron.oncall.connectors.http.Json;
import io.novacron.oncall.connectors.http.SourceClient;
import io.novacron.oncall.connectors.http.UnexpectedShape;
import io.novacron.oncall.core.source.Condition;
import io.novacron.oncall.core.source.Contact;
import io.novacron.oncall.core.source.Fetched;
import io.novacron.oncall.core.source.SourceError;
import io.novacron.oncall.core.source.SourceKind;
import io.novacron.oncall.core.source.SourceState;
import io.novacron.oncall.core.source.TraceSource;
import io.novacron.oncall.core.trace.Dependency;
import io.novacron.oncall.core.trace.Trace;
import io.novacron.oncall.core.trace.TraceAnswer;
import io.novacron.oncall.core.trace.TraceIds;
import io.novacron.oncall.core.trace.TraceQuery;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/**
 * Traces of a Jaeger backend by its legacy JSON dialect, which Jaeger serves up to 2.20 and other stores imitate. Any
 * thread; blocking. What the backend says beside good data ({@code errors}) becomes PARTIAL with its words.
 */
public final class JaegerConnector implements TraceSource {

    private static final String FLAVOUR = "legacy";
    private static final int NOT_FOUND = 404;

    /** The contact of an answer that came as a status alone. */
    private static final Contact UNMEASURED = new Contact("", FLAVOUR, Duration.ZERO, null, null, List.of());

    private final SourceClient client;

    /** The client stays the caller's to close. */
    public JaegerConnector(SourceClient client) {
        this.client = client;
    }

    @Override
    public String name() {
        return client.name();
    }

    @Override
    public SourceKind kind() {
        return SourceKind.JAEGER;
    }

    /** The services known. Where the legacy API is missing but v3 answers, the error says so. */
    @Override
    public Fetched<TraceAnswer> poll() {
        Fetched<TraceAnswer> services = ask(
                TraceRequests.services(),
                Wire.Names.class,
                reply -> new TraceAnswer(
                        Wire.present(reply.data()).distinct().sorted().toList()));
        if (!(services instanceof Fetched.Failure<TraceAnswer>(SourceError.NotTheApi error))) {
            return services;
        }
        Fetched<Boolean> newer =
                client.readAny(TraceRequests.servicesV3(), Json.decoder(JsonNode.class, JaegerConnector::isV3));
        return newer instanceof Fetched.Answer<Boolean>
                ? Fetched.failure(new SourceError.NotTheApi(
                        error.url(),
                        error.found() + " and speaks only the API v3 (as Jaeger 2.21 and newer do)",
                        error.expected()))
                : services;
    }

    @Override
    public Fetched<List<String>> operations(String service) {
        return ask(
                TraceRequests.operations(service),
                Wire.Operations.class,
                reply -> Wire.present(reply.data())
                        .map(JaegerConnector::operation)
                        .filter(name -> !name.isEmpty())
                        .distinct()
                        .sorted()
                        .toList());
    }

    @Override
    public Fetched<List<Trace>> search(TraceQuery query) {
        ApiRequest request = TraceRequests.search(query);
        Fetched<List<Trace>> found = ask(request, Wire.Traces.class, reply -> TraceMapper.traces(reply.data()));
        if (!(found instanceof Fetched.Failure<List<Trace>>(SourceError.Rejected refused))
                || refused.status() != NOT_FOUND) {
            return found;
        }
        // v2 servers say "no hits" so (traces guide §3)
        return isAboutTraces(refused)
                ? new Fetched.Answer<>(List.of(), named(UNMEASURED, List.of()))
                : Fetched.failure(notTheApi(refused, request));
    }

    @Override
    public Fetched<Trace> trace(String traceId) {
        if (TraceIds.normal(traceId).isEmpty() || traceId.contains("/") || traceId.contains("..")) {
            return Fetched.failure(new SourceError.Rejected(name(), NOT_FOUND, "no trace has the id " + traceId));
        }
        ApiRequest request = TraceRequests.trace(traceId);
        Fetched<List<Trace>> found = ask(
                request,
                Wire.Traces.class,
                reply -> TraceMapper.traces(reply.data()).stream()
                        .filter(trace -> TraceIds.same(trace.traceId(), traceId))
                        .map(trace -> warned(trace, reply.faults()))
                        .toList());
        return switch (found) {
            case Fetched.Answer<List<Trace>>(List<Trace> traces, Contact contact)
            when !traces.isEmpty() -> new Fetched.Answer<>(traces.getFirst(), contact);
            case Fetched.Answer<List<Trace>> _ ->
                Fetched.failure(new SourceError.Rejected(name(), NOT_FOUND, "trace not found: " + traceId));
            case Fetched.Failure<List<Trace>>(SourceError.Rejected refused)
            when refused.status() == NOT_FOUND && !isAboutTraces(refused) ->
                Fetched.failure(notTheApi(refused, request));
            case Fetched.Failure<List<Trace>>(SourceError error) -> Fetched.failure(error);
        };
    }

    @Override
    public Fetched<List<Dependency>> dependencies(Instant end, Duration lookback) {
        return ask(
                TraceRequests.dependencies(end, lookback),
                Wire.Calls.class,
                reply -> Wire.present(reply.data())
                        .map(JaegerConnector::dependency)
                        .toList());
    }

    /** Errors beside data make the answer PARTIAL; errors instead of data make it none. */
    private <W extends Wire.Reply, T> Fetched<T> ask(ApiRequest request, Class<W> wire, Function<W, T> map) {
        Fetched<W> fetched = client.readAny(request, Json.decoder(wire, Function.identity()));
        return switch (fetched) {
            case Fetched.Answer<W>(W reply, Contact contact) -> {
                List<Wire.Fault> faults = reply.faults();
                if (reply.isEmpty() && !faults.isEmpty()) {
                    Wire.Fault first = faults.getFirst();
                    yield Fetched.failure(new SourceError.Rejected(name(), first.code(), first.text()));
                }
                yield new Fetched.Answer<>(map.apply(reply), named(contact, faults));
            }
            case Fetched.Failure<W>(SourceError error) -> Fetched.failure(error);
        };
    }

    private static Contact named(Contact contact, List<Wire.Fault> faults) {
        List<Condition> conditions = new ArrayList<>(contact.conditions());
        faults.forEach(fault -> conditions.add(new Condition(SourceState.PARTIAL, fault.text())));
        return contact.with("", FLAVOUR, conditions);
    }

    private static Trace warned(Trace trace, List<Wire.Fault> faults) {
        List<String> warnings = new ArrayList<>(trace.warnings());
        faults.forEach(fault -> warnings.add(fault.text()));
        return new Trace(trace.traceId(), trace.spans(), warnings);
    }

    private static String operation(JsonNode operation) {
        return operation.isString()
                ? operation.stringValue()
                : operation.path("name").asString("");
    }

    private static Dependency dependency(Wire.Call call) {
        String parent = call.parent() == null ? "" : call.parent();
        return new Dependency(parent, call.child() == null ? "" : call.child(), call.callCount());
    }

    /** An empty store answers an empty object. */
    private static boolean isV3(JsonNode reply) {
        if (reply.isEmpty() || reply.path("services").isArray()) {
            return true;
        }
        throw new UncheckedIOException(new UnexpectedShape("a JSON object without services"));
    }

    /** A proxy's or a router's own 404 says nothing about traces. */
    private static boolean isAboutTraces(SourceError.Rejected refused) {
        String text = refused.text().toLowerCase(Locale.ROOT);
        return text.contains("trace") && (text.contains("not found") || text.contains("no traces"));
    }

    private static SourceError notTheApi(SourceError.Rejected refused, ApiRequest request) {
        String found = refused.status() + (refused.text().isEmpty() ? "" : " (" + refused.text() + ")");
        return new SourceError.NotTheApi(refused.host() + request.path(), found, request.expected());
    }
}
