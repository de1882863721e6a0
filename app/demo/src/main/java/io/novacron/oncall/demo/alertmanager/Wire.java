package io.novacron.oncall.demo.alertmanager;

import io.novacron.oncall.demo.http.Reply;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/** Answers in the shapes of API v2 (alerts guide §5), and times as it writes them. */
final class Wire {

    static final JsonMapper JSON = JsonMapper.builder().build();

    private static final Map<String, String> HEADERS =
            Map.of("Content-Type", "application/json", "Cache-Control", "no-store");

    private Wire() {}

    /** Writes one JSON value. */
    interface Body {
        void write(JsonGenerator json);
    }

    static Reply ok(Body body) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(8_192);
        try (JsonGenerator json = JSON.createGenerator(out)) {
            body.write(json);
        }
        out.write('\n');
        return new Reply(200, HEADERS, out.toByteArray());
    }

    /** No body at all. */
    static Reply empty(int status) {
        return new Reply(status, Map.of("Cache-Control", "no-store"), new byte[0]);
    }

    /** A JSON string with a newline after it. */
    static Reply refused(int status, String why) {
        return new Reply(status, HEADERS, (JSON.writeValueAsString(why) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /** An object with a code, which for 422 is not the status, and a message. */
    static Reply invalid(int status, int code, String message) {
        Map<String, Object> body = new TreeMap<>(Map.of("code", code, "message", message));
        return new Reply(status, HEADERS, JSON.writeValueAsBytes(body));
    }

    /** RFC 3339 with three digits of fraction, the rest cut off. */
    static String time(Instant time) {
        LocalDateTime utc = LocalDateTime.ofEpochSecond(time.getEpochSecond(), 0, ZoneOffset.UTC);
        StringBuilder text = new StringBuilder(24);
        digits(text, utc.getYear(), 4).append('-');
        digits(text, utc.getMonthValue(), 2).append('-');
        digits(text, utc.getDayOfMonth(), 2).append('T');
        digits(text, utc.getHour(), 2).append(':');
        digits(text, utc.getMinute(), 2).append(':');
        digits(text, utc.getSecond(), 2).append('.');
        return digits(text, time.getNano() / 1_000_000, 3).append('Z').toString();
    }

    private static StringBuilder digits(StringBuilder text, int number, int width) {
        String digits = Integer.toString(number);
        return text.repeat('0', Math.max(0, width - digits.length())).append(digits);
    }
}
