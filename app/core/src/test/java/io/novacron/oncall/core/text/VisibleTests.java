package io.novacron.oncall.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.novacron.oncall.core.fault.FaultRow;
import org.junit.jupiter.api.Test;

class VisibleTests {

    @FaultRow("F80 F81 F82 control characters, escapes, bidi overrides and zero-width characters are written out")
    void nothingThatMovesTurnsOrHidesGetsThrough() {
        assertThat(Visible.line("a\u001b[31mb\r\nc\u0000")).isEqualTo("a␛[31mb␍⏎cU+0000");
        assertThat(Visible.line("user\u202egnp.exe")).isEqualTo("userU+202Egnp.exe");
        assertThat(Visible.line("a\u200bb")).isEqualTo("aU+200Bb");
        assertThat(Visible.line("a\ud800b")).isEqualTo("aU+D800b");
    }

    @FaultRow("F83 HTML is plain text")
    void ordinaryTextOfAnyScriptStaysAsItIs() {
        String text = "Größe 磁盘 жесткий 🔥 <b>_x_</b>";
        assertThat(Visible.line(text)).isEqualTo(text);
        assertThat(Visible.suspicious(text)).isFalse();
        assertThat(Visible.suspicious("a\u200bb")).isTrue();
    }

    @FaultRow("F84 a label of megabytes is cut between characters, and its length said")
    void aLongTextIsCutBetweenCharactersAndCounted() {
        String text = "x".repeat(9) + "🔥" + "y".repeat(90);
        assertThat(Visible.line(text, 10)).isEqualTo("x".repeat(9) + "… (101 characters)");
    }

    @Test
    void aBlockKeepsItsLines() {
        assertThat(Visible.block("a\n\tb\u0007")).isEqualTo("a\n\tbU+0007");
    }
}
