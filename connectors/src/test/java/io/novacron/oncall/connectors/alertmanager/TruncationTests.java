package io.novacron.oncall.connectors.alertmanager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.novacron.oncall.connectors.http.Decoder;
import io.novacron.oncall.connectors.http.Json;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** A body that broke off anywhere is an error, never fewer alerts (reliability guide F30). */
class TruncationTests {

    @Test
    void groupsCutAnywhereAreAnError() {
        eachCut(Json.listDecoder(Wire.Group.class, Function.identity()), Payloads.GROUPS_0_25);
        eachCut(Json.listDecoder(Wire.Group.class, Function.identity()), Payloads.GROUPS_0_34);
    }

    @Test
    void alertsCutAnywhereAreAnError() {
        eachCut(Json.listDecoder(Wire.Alert.class, Function.identity()), Payloads.ALERTS_0_25);
    }

    @Test
    void silencesCutAnywhereAreAnError() {
        eachCut(Json.listDecoder(Wire.GettableSilence.class, Function.identity()), "[" + Payloads.SILENCE_0_34 + "]");
        eachCut(Json.decoder(Wire.GettableSilence.class, Function.identity()), Payloads.SILENCE_0_25);
    }

    @Test
    void aStatusCutAnywhereIsAnError() {
        eachCut(Json.decoder(Wire.Status.class, Function.identity()), Payloads.STATUS_0_34);
    }

    private static void eachCut(Decoder<?> decoder, String whole) {
        byte[] bytes = whole.getBytes(StandardCharsets.UTF_8);
        assertThat(bytes.length).isLessThan(4096);
        assertThat(catchThrowable(() -> decoder.decode(new ByteArrayInputStream(bytes), Payloads.HEAD)))
                .isNull();
        for (int cut = 0; cut < bytes.length; cut++) {
            byte[] head = Arrays.copyOf(bytes, cut);
            assertThat(catchThrowable(() -> decoder.decode(new ByteArrayInputStream(head), Payloads.HEAD)))
                    .as("cut at %d", cut)
                    .isNotNull();
        }
    }
}
