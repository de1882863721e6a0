package io.novacron.oncall.demo.http;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** What a backend of the estate answers; replies are never compared. */
@SuppressWarnings("ArrayRecordComponent")
public record Reply(int status, Map<String, String> headers, byte[] body) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String TYPE = "Content-Type";

    /** {@code value} is what Jackson can write: maps, lists, records, nodes. */
    public static Reply json(int status, Object value) {
        return new Reply(status, Map.of(TYPE, "application/json"), JSON.writeValueAsBytes(value));
    }

    public static Reply text(int status, String text) {
        return new Reply(status, Map.of(TYPE, "text/plain; charset=utf-8"), text.getBytes(StandardCharsets.UTF_8));
    }

    public static Reply empty(int status) {
        return new Reply(status, Map.of(), new byte[0]);
    }
}
