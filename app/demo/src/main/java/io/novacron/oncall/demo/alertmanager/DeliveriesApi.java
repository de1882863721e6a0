package io.novacron.oncall.demo.alertmanager;

import io.novacron.oncall.demo.alertmanager.Delivery.Told;
import io.novacron.oncall.demo.http.Reply;
import io.novacron.oncall.demo.http.Request;
import java.time.Instant;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/** Who was told what by any member of the cluster; the estate's own, so that the console can show it. */
final class DeliveriesApi {

    private final AlertmanagerMember member;

    DeliveriesApi(AlertmanagerMember member) {
        this.member = member;
    }

    /**
     * A list of {@code {at, member, receiver, integration, groupKey, status, truncatedAlerts, alerts}}, oldest first; each
     * alert has {@code status, labels, annotations, startsAt, endsAt, fingerprint}, the end only once it is resolved.
     */
    Reply list(Request request) {
        List<Delivery> deliveries = member.now(_ -> member.allDeliveries());
        return Wire.ok(json -> {
            json.writeStartArray();
            deliveries.forEach(delivery -> write(json, delivery));
            json.writeEndArray();
        });
    }

    private static void write(JsonGenerator json, Delivery delivery) {
        json.writeStartObject();
        json.writeStringProperty("at", Wire.time(delivery.at()));
        json.writeStringProperty("member", delivery.member());
        json.writeStringProperty("receiver", delivery.receiver());
        json.writeStringProperty("integration", delivery.integration());
        json.writeStringProperty("groupKey", delivery.groupKey());
        json.writeStringProperty("status", status(delivery.firing()));
        json.writeNumberProperty("truncatedAlerts", delivery.truncated());
        json.writeArrayPropertyStart("alerts");
        delivery.alerts().forEach(told -> write(json, told));
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, Told told) {
        Instant endsAt = told.endsAt();
        json.writeStartObject();
        json.writeStringProperty("status", status(endsAt == null));
        AlertRow.labels(json, "labels", told.labels().byName());
        AlertRow.labels(json, "annotations", told.annotations());
        json.writeStringProperty("startsAt", Wire.time(told.startsAt()));
        if (endsAt != null) {
            json.writeStringProperty("endsAt", Wire.time(endsAt));
        }
        json.writeStringProperty("fingerprint", told.labels().fingerprint());
        json.writeEndObject();
    }

    private static String status(boolean firing) {
        return firing ? "firing" : "resolved";
    }
}
