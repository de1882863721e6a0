package io.novacron.oncall.demo.prometheus;

import io.novacron.oncall.core.alert.Labels;
import io.novacron.oncall.demo.http.Reply;
import io.novacron.oncall.demo.rule.GoNumber;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/** Writes successful answers in Prometheus' frame. */
final class Answer {

    static final String TRUNCATED = "results truncated due to limit";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Answer() {}

    static Reply of(Consumer<JsonGenerator> data, List<String> warnings) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator out = JSON.createGenerator(bytes)) {
            out.writeStartObject();
            out.writeStringProperty("status", "success");
            out.writeName("data");
            data.accept(out);
            if (!warnings.isEmpty()) {
                out.writePOJOProperty("warnings", warnings);
            }
            out.writeEndObject();
        }
        return new Reply(200, Map.of("Content-Type", "application/json"), bytes.toByteArray());
    }

    /** Data of maps, lists, texts and numbers. */
    static Reply of(Object data) {
        return of(out -> out.writePOJO(data), List.of());
    }

    /** Cut to the limit, with a warning where that took something away; 0 is no limit. */
    static Reply limited(List<?> data, int limit) {
        boolean cut = limit > 0 && data.size() > limit;
        return of(out -> out.writePOJO(cut ? data.subList(0, limit) : data), cut ? List.of(TRUNCATED) : List.of());
    }

    static void labels(JsonGenerator out, Labels labels) {
        out.writeStartObject();
        labels.byName().forEach(out::writeStringProperty);
        out.writeEndObject();
    }

    /** A pair of seconds and the value as text. */
    static void sample(JsonGenerator out, long millis, String value) {
        out.writeStartArray();
        out.writeNumber(seconds(millis));
        out.writeString(value);
        out.writeEndArray();
    }

    static void sample(JsonGenerator out, long millis, double value) {
        sample(out, millis, GoNumber.sample(value));
    }

    private static String seconds(long millis) {
        long rest = Math.floorMod(millis, 1000L);
        String whole = String.valueOf(Math.floorDiv(millis, 1000L));
        if (rest == 0) {
            return whole;
        }
        String digits = String.valueOf(1000 + rest);
        return whole + "." + digits.substring(1);
    }
}
