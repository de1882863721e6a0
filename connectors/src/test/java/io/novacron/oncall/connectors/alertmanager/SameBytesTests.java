package io.novacron.oncall.connectors.alertmanager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.novacron.oncall.connectors.http.Decoder;
import io.novacron.oncall.connectors.http.ReplyHead;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SameBytesTests {

    private final SameBytes<String> same = new SameBytes<>();
    private int decoded;

    @Test
    void equalBytesAreDecodedOnce() throws IOException {
        String first = read("x".repeat(700_000));
        assertThat(first).hasSize(700_000);
        assertThat(read("x".repeat(700_000))).isSameAs(first);
        assertThat(decoded).isEqualTo(1);
    }

    @Test
    void otherBytesAreDecodedAndThoseBeforeThemForgotten() throws IOException {
        read("one");
        assertThat(read("two")).isEqualTo("two");
        assertThat(read("one")).isEqualTo("one");
        assertThat(decoded).isEqualTo(3);
    }

    @Test
    void whatCouldNotBeDecodedIsNotRemembered() throws IOException {
        Decoder<String> broken = same.decoder((body, head) -> {
            throw new IOException("broken");
        });
        assertThatThrownBy(() -> broken.decode(body("one"), head())).hasMessage("broken");
        assertThat(read("one")).isEqualTo("one");
    }

    private String read(String text) throws IOException {
        return same.decoder((body, head) -> {
                    decoded++;
                    return new String(body.readAllBytes(), StandardCharsets.UTF_8);
                })
                .decode(body(text), head());
    }

    private static ByteArrayInputStream body(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static ReplyHead head() {
        return new ReplyHead(200, "application/json", null, Map.of());
    }
}
