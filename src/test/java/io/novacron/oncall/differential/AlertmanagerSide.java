package io.novacron.oncall.differential;

import io.novacron.oncall.core.time.Clock;
import io.novacron.oncall.servers.Http;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One Alertmanager as the script sees it. Ids of silences are replaced by the order in which they came ({@code S1}, …), times
 * near now by {@code now}: these are all that may differ between two servers.
 */
final class AlertmanagerSide {

    private static final String API = "/api/v2";

    private final URI url;
    private final Supplier<List<JsonNode>> deliveries;
    private final Map<String, String> symbols = new HashMap<>();
    private final Map<String, String> ids = new HashMap<>();

    AlertmanagerSide(URI url, Supplier<List<JsonNode>> deliveries) {
        this.url = url;
        this.deliveries = deliveries;
    }

    /** Status, shape of the body, and the symbol of a silence id in it. */
    String post(String path, Object body) {
        return outcome(() -> Http.post(url(path), Http.JSON.writeValueAsString(body)));
    }

    String raw(String path, String contentType, String body) {
        return outcome(() -> Http.post(url(path), contentType, body));
    }

    String put(String path) {
        return outcome(() -> Http.put(url(path), "{}"));
    }

    String delete(String path) {
        return outcome(() -> Http.delete(url(path)));
    }

    String get(String path) {
        return outcome(() -> Http.get(url(path)));
    }

    /** The server's id of {@code S1}. */
    String id(String symbol) {
        return ids.getOrDefault(symbol, symbol);
    }

    /** When it began, to the letter. */
    String startOf(String symbol) {
        return json("/silence/" + id(symbol)).path("startsAt").asString();
    }

    /** Everything it shows. */
    List<String> state() {
        List<String> lines = new ArrayList<>();
        json("/silences").forEach(silence -> lines.add("silence " + silence(silence)));
        lines.sort(null);
        json("/alerts").forEach(alert -> lines.add("alert " + alert(alert)));
        for (JsonNode group : json("/alerts/groups")) {
            lines.add("group " + group.path("receiver") + " " + group.path("labels"));
            group.path("alerts").forEach(alert -> lines.add("  " + alert(alert)));
        }
        return lines;
    }

    /** The answer to a GET, by the alerts in it. */
    List<String> alerts(String pathAndQuery) {
        List<String> lines = new ArrayList<>();
        json(pathAndQuery).forEach(alert -> lines.add(alert(alert)));
        return lines;
    }

    /** The answer to a GET of silences. */
    List<String> silences(String query) {
        List<String> lines = new ArrayList<>();
        json("/silences" + query).forEach(silence -> lines.add(silence(silence)));
        return lines;
    }

    /** What was sent so far, oldest first. */
    List<Sent> sent() {
        return deliveries.get().stream().map(AlertmanagerSide::sent).toList();
    }

    /** One notification: whom, about which group, and what. */
    record Sent(String receiver, String groupKey, String text) {

        static final Comparator<Sent> BY_GROUP =
                Comparator.comparing(Sent::receiver).thenComparing(Sent::groupKey);
    }

    private static Sent sent(JsonNode node) {
        StringBuilder text = new StringBuilder(node.path("status").asString())
                .append(" left out ")
                .append(node.path("truncatedAlerts").asInt());
        for (JsonNode alert : node.path("alerts")) {
            text.append("\n  ")
                    .append(alert.path("status").asString())
                    .append(' ')
                    .append(sorted(alert.path("labels")))
                    .append(' ')
                    .append(sorted(alert.path("annotations")))
                    .append(' ')
                    .append(alert.path("fingerprint").asString())
                    .append(" from ")
                    .append(time(alert.path("startsAt")));
        }
        return new Sent(node.path("receiver").asString(), node.path("groupKey").asString(), text.toString());
    }

    private String alert(JsonNode alert) {
        JsonNode status = alert.path("status");
        TreeSet<String> silencedBy = new TreeSet<>();
        status.path("silencedBy").forEach(id -> silencedBy.add(symbol(id.asString())));
        return sorted(alert.path("labels")) + " " + sorted(alert.path("annotations"))
                + alert.path("fingerprint") + alert.path("receivers") + alert.path("generatorURL")
                + status.path("state") + silencedBy + inhibitors(status.path("inhibitedBy")) + status.path("mutedBy")
                + time(alert.path("startsAt")) + ".." + time(alert.path("endsAt"));
    }

    /**
     * The labels that {@code AlertmanagerAgreementTests}' inhibition rule looks at, of each alert that inhibits: among several
     * that may, the real server takes one by the random order of a map, so which of them it named may differ.
     */
    private List<String> inhibitors(JsonNode fingerprints) {
        if (fingerprints.isEmpty()) {
            return List.of();
        }
        Map<String, String> firing = new HashMap<>();
        json("/alerts").forEach(alert -> {
            JsonNode labels = alert.path("labels");
            firing.put(
                    alert.path("fingerprint").asString(),
                    labels.path("severity").asString() + " "
                            + labels.path("svc").asString());
        });
        List<String> lines = new ArrayList<>();
        fingerprints.forEach(by -> lines.add(firing.getOrDefault(by.asString(), "no alert that is listed")));
        return lines;
    }

    private String silence(JsonNode silence) {
        return symbol(silence.path("id").asString()) + silence.path("status") + silence.path("matchers")
                + silence.path("comment") + silence.path("createdBy") + sorted(silence.path("annotations"))
                + time(silence.path("startsAt")) + ".." + time(silence.path("endsAt"));
    }

    private static String time(JsonNode node) {
        Instant time = Instant.parse(node.asString());
        return Duration.between(Clock.system().now(), time).abs().compareTo(Duration.ofMinutes(15)) < 0
                ? "now"
                : time.toString();
    }

    private static Map<String, String> sorted(JsonNode labels) {
        Map<String, String> sorted = new TreeMap<>();
        labels.properties()
                .forEach(label -> sorted.put(label.getKey(), label.getValue().asString()));
        return sorted;
    }

    private JsonNode json(String path) {
        try {
            return Http.get(url(path)).ok().json();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface Call {
        Http.Reply send() throws IOException;
    }

    private String outcome(Call call) {
        Http.Reply reply;
        try {
            reply = call.send();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return reply.status() + " " + shape(reply);
    }

    private String shape(Http.Reply reply) {
        if (reply.body().isEmpty()) {
            return "empty";
        }
        if (!reply.contentType().startsWith("application/json")) {
            return "text " + reply.body().strip();
        }
        JsonNode body = reply.json();
        if (body.has("silenceID")) {
            return symbol(body.path("silenceID").asString());
        }
        if (body.isString()) {
            return reply.body().endsWith("\n") ? "a JSON string and a newline" : "a JSON string";
        }
        if (body.has("code")) {
            return "code " + body.path("code") + " and a message in " + new TreeSet<>(names(body));
        }
        return body.getNodeType().toString();
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.properties().forEach(field -> names.add(field.getKey()));
        return names;
    }

    private String symbol(@Nullable String id) {
        String known = String.valueOf(id);
        return symbols.computeIfAbsent(known, _ -> {
            String symbol = "S" + (symbols.size() + 1);
            ids.put(symbol, known);
            return symbol;
        });
    }

    private URI url(String path) {
        return URI.create(url + (path.startsWith("/-/") || path.startsWith("/api/") ? path : API + path));
    }
}
