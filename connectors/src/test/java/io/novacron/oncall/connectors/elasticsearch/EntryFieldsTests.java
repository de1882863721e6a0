package io.novacron.oncall.connectors.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;

import io.novacron.oncall.core.log.LogLevel;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntryFieldsTests {

    @Test
    void theFirstLevelFieldWithAMeaningWins() {
        assertThat(EntryFields.level(Map.of("level", "info", "log.level", "error")))
                .isEqualTo(LogLevel.ERROR);
        assertThat(EntryFields.level(Map.of("level", "info", "log.level", "banana")))
                .isEqualTo(LogLevel.INFO);
        assertThat(EntryFields.level(Map.of("PRIORITY", "3"))).isEqualTo(LogLevel.ERROR);
        assertThat(EntryFields.level(Map.of("severity_number", "9"))).isEqualTo(LogLevel.INFO);
        assertThat(EntryFields.level(Map.of("message", "ERROR here"))).isEqualTo(LogLevel.UNKNOWN);
    }

    @Test
    void theMessageIsTheFirstThatSaysSomethingElseTheLongestText() {
        assertThat(EntryFields.message(Map.of("message", " ", "log", "from fluentd\n")))
                .isEqualTo("from fluentd");
        assertThat(EntryFields.message(Map.of("a", "short", "b", "much longer", "@timestamp", "2026-11-20T10:00:00Z")))
                .isEqualTo("much longer");
        assertThat(EntryFields.message(Map.of())).isEmpty();
    }

    @Test
    void anIdOfZerosIsNone() {
        assertThat(EntryFields.traceId(Map.of("trace.id", "00000000000000000000000000000000", "traceId", "Ab1"), ""))
                .isEqualTo("Ab1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "done trace_id=4bf92f3577b34da6a3ce929d0e0e4736 ok | 4bf92f3577b34da6a3ce929d0e0e4736",
                "TraceID: 4BF92F3577B34DA6A3CE929D0E0E4736 | 4BF92F3577B34DA6A3CE929D0E0E4736",
                "{\"trace-id\": \"0fa1c2d3e4f50617\"} | 0fa1c2d3e4f50617",
                "h: 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01 | 4bf92f3577b34da6a3ce929d0e0e4736",
                "trace id=00000000000000000000000000000000 | ''",
                "trace_id=abc | ''",
                "stack trace identical | ''",
                "trace_id=4bf92f3577b34da6a3ce929d0e0e4736ff | ''",
                "nothing 00-4bf9-11 | ''"
            })
    void aTraceIdIsFoundInTheMessageWhereItIsNamed(String message, String id) {
        assertThat(EntryFields.traceId(Map.of(), message)).isEqualTo(id);
    }
}
