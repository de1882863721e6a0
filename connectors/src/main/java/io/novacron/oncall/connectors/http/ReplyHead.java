package io.novacron.oncall.connectors.http;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Status and headers of an answer.
 *
 * @param contentType as sent, empty if none was
 * @param date the server's clock, to the second; null if it sent none or one that cannot be read
 * @param headers by lower-case name; of a repeated header the last
 */
public record ReplyHead(
        int status, String contentType, @Nullable Instant date, Map<String, String> headers) {

    public ReplyHead {
        headers = Map.copyOf(headers);
    }
}
