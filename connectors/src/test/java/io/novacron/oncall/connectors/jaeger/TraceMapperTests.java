package io.novacron.oncall.connectors.jaeger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.novacron.oncall.connectors.http.Decoder;
import io.novacron.oncall.connectors.http.Json;
import io.novacron.oncall.connectors.http.ReplyHead;
import io.novacron.oncall.core.trace.Reference;
import io.novacron.oncall.core.trace.Span;
import io.novacron.oncall.core.trace.SpanEvent;
import io.novacron.oncall.core.trace.Tag;
import io.novacron.oncall.core.trace.Trace;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TraceMapperTests {

    private static final ReplyHead HEAD = new ReplyHead(200, "application/json", null, Map.of());
    private static final Decoder<List<Trace>> DECODER =
            Json.decoder(Wire.Traces.class, reply -> TraceMapper.traces(reply.data()));

    private static final String FULL = """
            {"data":[{"traceID":"0fa1c2d3e4f50617","spans":[{"traceID":"0fa1c2d3e4f50617","spanID":"00a1","flags":1,
            "operationName":"GET","references":[{"refType":"FOLLOWS_FROM","traceID":"0fa1c2d3e4f50617","spanID":"00a0"}],
            "parentSpanID":"00a9","startTime":1795168800000001,"duration":1500,"tags":[
            {"key":"n","type":"int64","value":9007199254740993},{"key":"f","type":"float64","value":1.10},
            {"key":"error","type":"bool","value":true},{"key":"s","type":"string","value":"t"},
            {"key":"l","type":"string","value":["a",1]},{"key":"e","type":"string","value":null}],
            "logs":[{"timestamp":1795168800000002,"fields":[{"key":"event","type":"string","value":"retry"}]}],
            "processID":"p1","warnings":["clock skew"]}],"processes":{"p1":{"serviceName":"api","tags":[
            {"key":"host","type":"string","value":"n1"}]}},"warnings":["late"]}],"total":0,"limit":0,"offset":0,"errors":null}
            """;

    @Test
    void aSpanKeepsEverythingAsItCameInNanoseconds() throws IOException {
        Trace trace = traces(FULL).getFirst();
        Span span = trace.spans().getFirst();
        assertThat(trace.warnings()).containsExactly("late");
        assertThat(span.start()).isEqualTo(1795168800000001000L);
        assertThat(span.duration()).isEqualTo(1_500_000);
        assertThat(span.service()).isEqualTo("api");
        assertThat(span.processTags()).containsExactly(new Tag("host", "string", "n1"));
        assertThat(span.tags())
                .containsExactly(
                        new Tag("n", "int64", "9007199254740993"),
                        new Tag("f", "float64", "1.10"),
                        new Tag("error", "bool", "true"),
                        new Tag("s", "string", "t"),
                        new Tag("l", "string", "[\"a\",1]"),
                        new Tag("e", "string", ""));
        assertThat(span.events())
                .containsExactly(new SpanEvent(1795168800000002000L, List.of(new Tag("event", "string", "retry"))));
        assertThat(span.warnings()).containsExactly("clock skew");
        assertThat(span.references())
                .as("the old field for the parent is one more CHILD_OF")
                .containsExactly(
                        new Reference(Reference.Kind.FOLLOWS_FROM, "0fa1c2d3e4f50617", "00a0"),
                        new Reference(Reference.Kind.CHILD_OF, "0fa1c2d3e4f50617", "00a9"));
    }

    @Test
    void whatIsMissingIsEmptyAndAServiceWithoutANameIsUnknown() throws IOException {
        Trace trace = traces("""
                {"data":[null,{"traceID":"1","spans":[null,{"spanID":"2","tags":null,"logs":null,"references":null,
                "warnings":null,"processID":"p9"},{"spanID":"3","process":{"serviceName":"inline"}}],"processes":null}]}
                """).getFirst();
        Span span = trace.spans().getFirst();
        assertThat(span)
                .isEqualTo(new Span(
                        "1", "2", "unknown-service", "", 0, 0, List.of(), List.of(), List.of(), List.of(), List.of()));
        assertThat(trace.spans().getLast().service()).isEqualTo("inline");
    }

    @Test
    void piecesOfOneTraceBecomeOneAndTheNewestComesFirst() throws IOException {
        List<Trace> traces = traces("""
                {"data":[{"traceID":"0a","spans":[{"spanID":"1","startTime":10}],"warnings":["w"]},
                {"traceID":"b","spans":[{"spanID":"1","startTime":20}]},
                {"traceID":"A","spans":[{"spanID":"2","startTime":30}],"warnings":["w"]}]}
                """);
        assertThat(traces).extracting(Trace::traceId).containsExactly("b", "0a");
        assertThat(traces.getLast().spans()).hasSize(2);
        assertThat(traces.getLast().warnings()).containsExactly("w");
    }

    @ParameterizedTest
    @CsvSource({
        "1500, 1500000",
        "18446744073709551611, -5000",
        "-5, -5000",
        "9223372036854775807, 9223372036854775807",
        "99999999999999999999999, 9223372036854775807"
    })
    void timesSaturateAndANegativeOneMayComeUnsigned(String micros, long nanos) throws IOException {
        String body = "{\"data\":[{\"traceID\":\"1\",\"spans\":[{\"spanID\":\"2\",\"duration\":" + micros + "}]}]}";
        assertThat(traces(body).getFirst().spans().getFirst().duration()).isEqualTo(nanos);
    }

    @Test
    void aBodyCutAnywhereIsAnError() {
        byte[] bytes = FULL.strip().getBytes(StandardCharsets.UTF_8);
        assertThat(bytes.length).isLessThan(4096);
        for (int cut = 0; cut < bytes.length; cut++) {
            byte[] head = Arrays.copyOf(bytes, cut);
            assertThat(catchThrowable(() -> DECODER.decode(new ByteArrayInputStream(head), HEAD)))
                    .as("cut at %d", cut)
                    .isNotNull();
        }
    }

    private static List<Trace> traces(String json) throws IOException {
        return DECODER.decode(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), HEAD);
    }
}
