package io.novacron.oncall.demo.alertmanager;

import com.google.re2j.Pattern;
import io.novacron.oncall.demo.http.Reply;
import io.novacron.oncall.demo.http.Request;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Which path is answered by whom. One path is the estate's own and no Alertmanager has it: {@code GET
 * /api/v2/novacron/deliveries}, what the cluster sent, oldest first.
 */
final class Api {

    private static final String ROOT = "/api/v2/";
    private static final String JSON = "application/json";
    private static final Pattern UUID =
            Pattern.compile("(?i)[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final String NO_V1 = "The Alertmanager v1 API was deprecated in version 0.16.0 and is removed as of"
            + " version 0.27.0 - please use the equivalent route in the v2 API";

    private final AlertsApi alerts;
    private final SilencesApi silences;
    private final StatusApi status;
    private final DeliveriesApi deliveries;

    Api(AlertmanagerMember member, AlertmanagerConfig config, boolean clustered, Agenda agenda) {
        alerts = new AlertsApi(member, config);
        silences = new SilencesApi(member);
        status = new StatusApi(member, config, clustered, agenda);
        deliveries = new DeliveriesApi(member);
    }

    Reply answer(Request request) {
        String path = request.path();
        if (path.startsWith(ROOT)) {
            return v2(request, path.endsWith("/") ? path.substring(0, path.length() - 1) : path);
        }
        if (path.startsWith("/api/v1/")) {
            return new Reply(
                    410,
                    Map.of("Content-Type", JSON),
                    Wire.JSON.writeValueAsBytes(new TreeMap<>(Map.of("error", NO_V1, "status", "deprecated"))));
        }
        return switch (path) {
            case "/-/healthy", "/-/ready" -> Reply.text(200, "OK");
            default -> Reply.text(404, "404 page not found\n");
        };
    }

    private Reply v2(Request request, String path) {
        return switch (path.substring(ROOT.length())) {
            case "status" -> get(request, status::status);
            case "receivers" -> get(request, status::receivers);
            case "alerts" -> getOrPost(request, alerts::list, alerts::post, "alerts");
            case "alerts/groups" -> get(request, alerts::groups);
            case "silences" -> getOrPost(request, silences::list, silences::post, "silence");
            case "novacron/deliveries" -> get(request, deliveries::list);
            default ->
                path.startsWith(ROOT + "silence/")
                        ? silence(request, path.substring((ROOT + "silence/").length()))
                        : Wire.invalid(404, 404, "path " + request.path() + " was not found");
        };
    }

    private Reply silence(Request request, String id) {
        String method = request.method();
        if (!method.equals("GET") && !method.equals("DELETE")) {
            return notAllowed(method, List.of("DELETE", "GET"));
        }
        if (!UUID.matches(id)) {
            return Wire.invalid(422, 601, "silenceID in path must be of type uuid: \"" + id + "\"");
        }
        return method.equals("GET") ? silences.get(id) : silences.expire(id);
    }

    private static Reply get(Request request, Function<Request, Reply> answer) {
        return request.method().equals("GET") ? answer.apply(request) : notAllowed(request.method(), List.of("GET"));
    }

    private static Reply getOrPost(
            Request request, Function<Request, Reply> get, Function<String, Reply> post, String body) {
        if (request.method().equals("GET")) {
            return get.apply(request);
        }
        if (!request.method().equals("POST")) {
            return notAllowed(request.method(), List.of("POST", "GET"));
        }
        if (request.body().isEmpty()) {
            return Wire.invalid(422, 602, body + " in body is required");
        }
        String type = request.contentType().isEmpty() ? "application/octet-stream" : request.contentType();
        if (!type.equals(JSON) && !type.startsWith(JSON + ";")) {
            return Wire.invalid(415, 415, "unsupported media type \"" + type + "\", only [" + JSON + "] are allowed");
        }
        return post.apply(request.body());
    }

    private static Reply notAllowed(String method, List<String> allowed) {
        String list = String.join(",", allowed);
        Reply reply = Wire.invalid(405, 405, "method " + method + " is not allowed, but [" + list + "] are");
        Map<String, String> headers = new HashMap<>(reply.headers());
        headers.put("Allow", list);
        return new Reply(reply.status(), headers, reply.body());
    }
}
