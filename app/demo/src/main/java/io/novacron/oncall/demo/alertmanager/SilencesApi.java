package io.novacron.oncall.demo.alertmanager;

import io.novacron.oncall.core.silence.Matcher;
import io.novacron.oncall.demo.alertmanager.silence.HeldSilence;
import io.novacron.oncall.demo.alertmanager.silence.SilencePost;
import io.novacron.oncall.demo.alertmanager.silence.SilenceRefused;
import io.novacron.oncall.demo.http.Reply;
import io.novacron.oncall.demo.http.Request;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/** Silences: listed, read, written and ended. */
final class SilencesApi {

    /** A silence with the time at which its state was asked for. */
    private record Seen(HeldSilence silence, Instant at) {

        String state() {
            return silence.state(at).word();
        }
    }

    private final AlertmanagerMember member;

    SilencesApi(AlertmanagerMember member) {
        this.member = member;
    }

    /** A filter compares the text of matchers, not labels (alerts guide S9). */
    Reply list(Request request) {
        Query query;
        try {
            query = Query.of(request);
        } catch (Query.Refused e) {
            return e.reply();
        }
        List<Seen> seen = member.now(now -> member.silences().sorted(now).stream()
                .map(silence -> new Seen(silence, now))
                .filter(one -> query.wants(one.state()))
                .filter(one -> new HashSet<>(one.silence.matchers()).containsAll(query.filter()))
                .toList());
        return Wire.ok(json -> {
            json.writeStartArray();
            seen.forEach(one -> write(json, one));
            json.writeEndArray();
        });
    }

    Reply get(String id) {
        return member.now(now -> {
            HeldSilence silence = member.silences().get(id);
            return silence == null ? Wire.empty(404) : Wire.ok(json -> write(json, new Seen(silence, now)));
        });
    }

    Reply expire(String id) {
        return Wire.empty(member.now(now -> member.silences().expire(id, now)) ? 200 : 404);
    }

    Reply post(String body) {
        SilencePost post;
        try {
            post = SilenceBody.read(body);
        } catch (BodyRefused e) {
            return e.reply();
        }
        return member.now(now -> {
            try {
                String id = member.silences().post(post, now);
                return Wire.ok(json -> {
                    json.writeStartObject();
                    json.writeStringProperty("silenceID", id);
                    json.writeEndObject();
                });
            } catch (SilenceRefused e) {
                return Wire.refused(e.unknownId() ? 404 : 400, e.why());
            }
        });
    }

    private static void write(JsonGenerator json, Seen seen) {
        HeldSilence silence = seen.silence;
        json.writeStartObject();
        json.writeStringProperty("id", silence.id());
        json.writeObjectPropertyStart("status");
        json.writeStringProperty("state", seen.state());
        json.writeEndObject();
        json.writeStringProperty("updatedAt", Wire.time(silence.updatedAt()));
        AlertRow.labels(json, "annotations", silence.annotations());
        json.writeStringProperty("comment", silence.comment());
        json.writeStringProperty("createdBy", silence.createdBy());
        json.writeStringProperty("endsAt", Wire.time(silence.endsAt()));
        json.writeArrayPropertyStart("matchers");
        silence.matchers().forEach(matcher -> write(json, matcher));
        json.writeEndArray();
        json.writeStringProperty("startsAt", Wire.time(silence.startsAt()));
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, Matcher matcher) {
        json.writeStartObject();
        json.writeBooleanProperty("isEqual", !matcher.op().negative());
        json.writeBooleanProperty("isRegex", matcher.op().regex());
        json.writeStringProperty("name", matcher.name());
        json.writeStringProperty("value", matcher.value());
        json.writeEndObject();
    }
}
