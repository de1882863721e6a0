package io.novacron.oncall.demo.alertmanager;

import io.novacron.oncall.core.routing.Receiver;
import io.novacron.oncall.demo.http.Reply;
import io.novacron.oncall.demo.http.Request;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonGenerator;

/** Who this member is, whom it knows and what it is configured to do. */
final class StatusApi {

    private static final String VERSION = "0.34.2";

    private final AlertmanagerMember member;
    private final AlertmanagerConfig config;
    private final boolean clustered;
    private final Agenda agenda;

    StatusApi(AlertmanagerMember member, AlertmanagerConfig config, boolean clustered, Agenda agenda) {
        this.member = member;
        this.config = config;
        this.clustered = clustered;
        this.agenda = agenda;
    }

    Reply status(Request request) {
        List<String> peers = member.now(_ -> clustered ? member.peers() : List.of());
        Instant startedAt = member.now(_ -> agenda.start());
        return Wire.ok(json -> {
            json.writeStartObject();
            json.writeObjectPropertyStart("cluster");
            if (clustered) {
                json.writeStringProperty("name", member.name());
            }
            json.writeArrayPropertyStart("peers");
            peers.forEach(peer -> peer(json, peer));
            json.writeEndArray();
            json.writeStringProperty("status", clustered ? "ready" : "disabled");
            json.writeEndObject();
            AlertRow.labels(json, "config", Map.of("original", config.original()));
            json.writeStringProperty("uptime", Wire.time(startedAt));
            json.writeObjectPropertyStart("versionInfo");
            for (String unknown : List.of("branch", "buildDate", "buildUser", "goVersion", "revision")) {
                json.writeStringProperty(unknown, "");
            }
            json.writeStringProperty("version", VERSION);
            json.writeEndObject();
            json.writeEndObject();
        });
    }

    Reply receivers(Request request) {
        Query query;
        try {
            query = Query.of(request);
        } catch (Query.Refused e) {
            return e.reply();
        }
        return Wire.ok(json -> {
            json.writeStartArray();
            for (Receiver receiver : config.routing().receivers().values()) {
                if (query.takes(receiver)) {
                    json.writeStartObject();
                    AlertRow.labels(json, "labels", receiver.labels());
                    json.writeStringProperty("name", receiver.name());
                    json.writeEndObject();
                }
            }
            json.writeEndArray();
        });
    }

    private static void peer(JsonGenerator json, String name) {
        json.writeStartObject();
        json.writeStringProperty("address", name + ".novacron.example:9094");
        json.writeStringProperty("name", name);
        json.writeEndObject();
    }
}
