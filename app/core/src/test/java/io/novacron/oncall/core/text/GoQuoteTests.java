package io.novacron.oncall.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GoQuoteTests {

    @Test
    void eachKindOfCharacterIsWrittenAsGoWritesIt() {
        assertThat(GoQuote.of("a \"b\" \\ c")).isEqualTo("\"a \\\"b\\\" \\\\ c\"");
        assertThat(GoQuote.of("\u0007\b\f\n\r\t\u000b")).isEqualTo("\"\\a\\b\\f\\n\\r\\t\\v\"");
        assertThat(GoQuote.of("\0\u001b\u007f")).isEqualTo("\"\\x00\\x1b\\x7f\"");
        assertThat(GoQuote.of("\u0085\u00a0\u00ad\u200b\u2028\ufeff\ue000"))
                .isEqualTo("\"\\u0085\\u00a0\\u00ad\\u200b\\u2028\\ufeff\\ue000\"");
        assertThat(GoQuote.of(Character.toString(0xe0001))).isEqualTo("\"\\U000e0001\"");
        assertThat(GoQuote.of("Zürich ☺ 日本 " + Character.toString(0x1f525)))
                .isEqualTo("\"Zürich ☺ 日本 " + Character.toString(0x1f525) + "\"");
    }
}
