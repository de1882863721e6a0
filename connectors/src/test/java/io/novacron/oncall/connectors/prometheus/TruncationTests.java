package io.novacron.oncall.connectors.prometheus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.novacron.oncall.connectors.http.Decoder;
import io.novacron.oncall.connectors.http.ReplyHead;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** F30: an answer cut anywhere is never a value. */
class TruncationTests {

    private static final String VECTOR = """
            {"status":"success","data":{"resultType":"vector","result":[{"metric":{"a":"ä"},"value":[1.5,"NaN"]},\
            {"metric":{},"histogram":[1,{"count":"5"}]}]},"warnings":["w"],"infos":["i"]}""";

    static Stream<Arguments> answers() {
        return Stream.of(
                Arguments.of("buildinfo", PrometheusConnector.VERSION, Prom.BUILD),
                Arguments.of("rules", PrometheusConnector.RULES, Prom.RULES),
                Arguments.of("alerts", PrometheusConnector.ALERTS, Prom.ALERTS),
                Arguments.of("targets", PrometheusConnector.TARGETS, Prom.TARGETS),
                Arguments.of("query", PrometheusConnector.RESULT, VECTOR));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("answers")
    void cutAtAnyOffsetAnAnswerIsNoValueAndWholeItIs(String name, Decoder<?> decoder, String json) throws Exception {
        byte[] whole = json.getBytes(StandardCharsets.UTF_8);
        ReplyHead head = new ReplyHead(200, "application/json", null, Map.of());
        assertThat(decoder.decode(new ByteArrayInputStream(whole), head)).isInstanceOf(Opened.Good.class);
        assertThat(whole).hasSizeLessThanOrEqualTo(4096);
        for (int end = 0; end < whole.length; end++) {
            int cut = end;
            assertThat(catchThrowable(() -> decoder.decode(new ByteArrayInputStream(whole, 0, cut), head)))
                    .as("%s cut at %d", name, end)
                    .isNotNull();
        }
    }
}
