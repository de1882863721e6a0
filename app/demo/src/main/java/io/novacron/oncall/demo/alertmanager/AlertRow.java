package io.novacron.oncall.demo.alertmanager;

import io.novacron.oncall.core.alert.Labels;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonGenerator;

/** An alert as an answer shows it, decided while the member stood still and written afterwards. */
record AlertRow(
        HeldAlert alert,
        List<String> receivers,
        List<String> inhibitedBy,
        List<String> silencedBy,
        List<String> mutedBy) {

    /** A group of them. */
    record GroupRow(Labels labels, String receiver, List<AlertRow> alerts) {

        void write(JsonGenerator json) {
            json.writeStartObject();
            json.writeArrayPropertyStart("alerts");
            alerts.forEach(alert -> alert.write(json));
            json.writeEndArray();
            AlertRow.labels(json, "labels", labels.byName());
            json.writeObjectPropertyStart("receiver");
            json.writeStringProperty("name", receiver);
            json.writeEndObject();
            AlertRow.labels(json, "routeLabels", Map.of());
            json.writeEndObject();
        }
    }

    boolean suppressed() {
        return !inhibitedBy.isEmpty() || !silencedBy.isEmpty();
    }

    void write(JsonGenerator json) {
        PostedAlert posted = alert.posted();
        json.writeStartObject();
        labels(json, "annotations", posted.annotations());
        json.writeStringProperty("endsAt", Wire.time(alert.endsAt()));
        json.writeStringProperty("fingerprint", alert.subject().fingerprint());
        json.writeArrayPropertyStart("receivers");
        for (String receiver : receivers) {
            json.writeStartObject();
            json.writeStringProperty("name", receiver);
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeStringProperty("startsAt", Wire.time(alert.startsAt()));
        json.writeObjectPropertyStart("status");
        strings(json, "inhibitedBy", inhibitedBy);
        strings(json, "mutedBy", mutedBy);
        strings(json, "silencedBy", silencedBy);
        json.writeStringProperty("state", suppressed() || !mutedBy.isEmpty() ? "suppressed" : "active");
        json.writeEndObject();
        json.writeStringProperty("updatedAt", Wire.time(alert.updatedAt()));
        if (!posted.generatorUrl().isEmpty()) {
            json.writeStringProperty("generatorURL", posted.generatorUrl());
        }
        labels(json, "labels", alert.subject().labels().byName());
        json.writeEndObject();
    }

    static void labels(JsonGenerator json, String property, Map<String, String> labels) {
        json.writeObjectPropertyStart(property);
        labels.forEach(json::writeStringProperty);
        json.writeEndObject();
    }

    private static void strings(JsonGenerator json, String property, List<String> values) {
        json.writeArrayPropertyStart(property);
        values.forEach(json::writeString);
        json.writeEndArray();
    }
}
