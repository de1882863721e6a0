package io.novacron.oncall.connectors.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.novacron.oncall.connectors.http.Decoder;
import io.novacron.oncall.connectors.http.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DecodeTests {

    private static final Decoder<SearchReply> SEARCH = Json.decoder(SearchReply.class, SearchReply::checked);

    @Test
    void aBodyCutAnywhereIsAnError() {
        for (String whole : List.of(Payloads.ROWS, Payloads.BARS, Payloads.NO_ROWS)) {
            eachCut(SEARCH, whole);
        }
        eachCut(Json.decoder(ResolveReply.class, ResolveReply::names), Payloads.RESOLVED);
        eachCut(Json.decoder(About.Reply.class, About::of), Payloads.ROOT_ES_9);
        eachCut(Json.decoder(LevelField.Reply.class, LevelField::of), Payloads.CAPS);
    }

    @Test
    void aDocumentBecomesDottedPathsWithTheTextThatWasSent() throws IOException {
        assertThat(source("""
                        {"a":{"b":1,"c.d":[1.50,true,null,{"e":"x"},[12345678901234567890]]},"a.b":2,"empty":{},"none":[],
                        "same":"v","same":"v","long":"%s"}""".formatted("y".repeat(70_000))))
                .containsEntry("a.b", "1, 2")
                .containsEntry("a.c.d", "1.50, true, 12345678901234567890")
                .containsEntry("a.c.d.e", "x")
                .containsEntry("same", "v")
                .containsEntry("long", "y".repeat(64 * 1024) + "… (70000 characters)")
                .hasSize(5);
    }

    @Test
    void aDocumentOfAnotherKindIsRefused() {
        assertThat(catchThrowable(() -> source("[1]"))).isInstanceOf(IOException.class);
    }

    private static Map<String, String> source(String json) throws IOException {
        String reply = Payloads.NO_ROWS.replace(
                "\"hits\":[]", "\"hits\":[{\"_index\":\"i\",\"_id\":\"a\",\"_source\":" + json + ",\"sort\":[1,2]}]");
        FlatSource source = decode(SEARCH, reply.getBytes(StandardCharsets.UTF_8))
                .rows()
                .getFirst()
                .source();
        return source == null ? Map.of() : source.fields();
    }

    private static void eachCut(Decoder<?> decoder, String whole) {
        byte[] bytes = whole.getBytes(StandardCharsets.UTF_8);
        assertThat(bytes.length).isLessThan(4096);
        assertThat(catchThrowable(() -> decode(decoder, bytes))).isNull();
        for (int cut = 0; cut < bytes.length; cut++) {
            byte[] head = Arrays.copyOf(bytes, cut);
            assertThat(catchThrowable(() -> decode(decoder, head)))
                    .as("cut at %d", cut)
                    .isNotNull();
        }
    }

    private static <T> T decode(Decoder<T> decoder, byte[] bytes) throws IOException {
        return decoder.decode(new ByteArrayInputStream(bytes), Payloads.HEAD);
    }
}
