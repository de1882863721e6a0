package io.novacron.oncall.demo.jaeger;

import io.novacron.oncall.core.time.Clock;
import io.novacron.oncall.demo.http.Backend;
import io.novacron.oncall.demo.http.Reply;
import io.novacron.oncall.demo.http.Request;
import io.novacron.oncall.demo.world.World;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import tools.jackson.core.JacksonException;

/**
 * A Jaeger 1.62 with storage in memory: the traces of NovaCron and those that are posted to {@code /v1/traces} in OTLP. Where a
 * search would take too long it says in {@code errors} how far back it came. Any thread.
 */
public final class JaegerBackend implements Backend {

    private static final String SERVICES = "/api/services/";
    private static final String OPERATIONS = "/operations";
    private static final String TRACES = "/api/traces/";

    private final PostedTraces posted = new PostedTraces();
    private final Answers answers;

    public JaegerBackend(Supplier<World> world, Clock clock) {
        answers = new Answers(List.of(posted, new GeneratedTraces(world, clock)), clock);
    }

    @Override
    public Reply answer(Request request) {
        try {
            return request.path().equals("/v1/traces") ? post(request) : query(request);
        } catch (BadRequest e) {
            return JaegerReply.error(400, e.words());
        }
    }

    private Reply query(Request request) {
        String path = request.path();
        String service = between(path, SERVICES, OPERATIONS);
        String trace = between(path, TRACES, "");
        if (!request.method().equals("GET")) {
            return JaegerReply.page();
        } else if (!service.isEmpty()) {
            return answers.operationNames(unescaped(service));
        } else if (!trace.isEmpty()) {
            return answers.trace(trace);
        }
        return switch (path) {
            case "/api/services" -> answers.services();
            case "/api/operations" -> answers.operations(request);
            case "/api/traces" -> answers.traces(request);
            case "/api/dependencies" -> answers.dependencies(request);
            default -> JaegerReply.page();
        };
    }

    private Reply post(Request request) {
        if (!request.method().equals("POST")) {
            return Reply.text(405, "405 method not allowed, supported: [POST]");
        }
        if (!request.contentType().startsWith("application/json")) {
            return Reply.text(415, "415 unsupported media type, supported: [application/json]");
        }
        try {
            posted.add(OtlpJson.spans(request.body()));
            return Reply.json(200, Map.of("partialSuccess", Map.of()));
        } catch (JacksonException e) {
            return Reply.json(400, Map.of("code", 3, "message", e.getOriginalMessage()));
        }
    }

    /** The one path segment between the two; empty where there is none, or more. */
    private static String between(String path, String before, String after) {
        if (!path.startsWith(before) || !path.endsWith(after) || path.length() <= before.length() + after.length()) {
            return "";
        }
        String segment = path.substring(before.length(), path.length() - after.length());
        return segment.indexOf('/') < 0 ? segment : "";
    }

    /** Jaeger unescapes what the server has unescaped already. */
    private static String unescaped(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new BadRequest("invalid URL escape in " + GoText.quoted(text));
        }
    }
}
