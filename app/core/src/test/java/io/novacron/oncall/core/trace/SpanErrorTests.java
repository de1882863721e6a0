package io.novacron.oncall.core.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpanErrorTests {

    @ParameterizedTest
    @CsvSource({
        "error, true, true",
        "error, 1, true",
        "error, timeout, true",
        "error, FALSE, false",
        "error, false, false",
        "error, 0, false",
        "error, '', false",
        "otel.status_code, ERROR, true",
        "otel.status_code, STATUS_CODE_ERROR, true",
        "otel.status_code, 2, true",
        "otel.status_code, OK, false",
        "http.status_code, 500, false",
        "error.kind, timeout, false"
    })
    void theTagSaysWhetherTheSpanFailed(String key, String value, boolean failed) {
        assertThat(SpanError.failed(span(new Tag(key, "string", value)))).isEqualTo(failed);
    }

    @Test
    void oneOfSeveralTagsWithTheSameKeyIsEnough() {
        assertThat(SpanError.failed(span(new Tag("error", "bool", "false"), new Tag("error", "bool", "true"))))
                .isTrue();
    }

    @Test
    void anErrorOfTheProcessIsNotTheSpans() {
        Span span = new Span(
                "1",
                "1",
                "s",
                "o",
                0,
                0,
                List.of(),
                List.of(),
                List.of(new Tag("error", "bool", "true")),
                List.of(),
                List.of());
        assertThat(SpanError.failed(span)).isFalse();
    }

    private static Span span(Tag... tags) {
        return new Span("1", "1", "s", "o", 0, 0, List.of(), List.of(tags), List.of(), List.of(), List.of());
    }
}
