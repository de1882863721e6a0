package io.novacron.oncall.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.novacron.oncall.core.fault.FaultRow;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OddityTests {

    @FaultRow("F81 bidi overrides and isolates, zero-width and control characters are named, each by its kind")
    void whatTurnsHidesOrSteersIsNamed() {
        assertThat(Oddity.of("prod\u202edorp")).isEqualTo(Set.of(Oddity.BIDI));
        assertThat(Oddity.of("a\u2066b\u2069")).isEqualTo(Set.of(Oddity.BIDI));
        assertThat(Oddity.of("eu\u200b-west")).isEqualTo(Set.of(Oddity.HIDDEN));
        assertThat(Oddity.of("a\u001b[31m")).isEqualTo(Set.of(Oddity.CONTROL));
        assertThat(Oddity.of("a\u200b\u202e\r")).containsExactly(Oddity.CONTROL, Oddity.BIDI, Oddity.HIDDEN);
    }

    @FaultRow("F82 a name of letters from scripts that look alike is named, a name in one script is not")
    void aWordOfScriptsThatLookAlikeIsNamed() {
        assertThat(Oddity.of("eu-w\u0435st")).as("Cyrillic e").isEqualTo(Set.of(Oddity.LOOK_ALIKE));
        assertThat(Oddity.of("\u0430pi")).as("Cyrillic a").isEqualTo(Set.of(Oddity.LOOK_ALIKE));
        assertThat(Oddity.of("p\u03bfstgres")).as("Greek o").isEqualTo(Set.of(Oddity.LOOK_ALIKE));
        assertThat(Oddity.of("ap\u200b\u0456")).as("hidden in between").contains(Oddity.LOOK_ALIKE);
    }

    @Test
    void whatIsWhatItLooksLikeIsNotMarked() {
        for (String text : new String[] {
            "",
            "eu-west",
            "two lines\n\tof text",
            "Zürich éèê",
            "Москва",
            "диск disk полон",
            "αβγ",
            "日本 node1",
            "disk 95 % → full ✓"
        }) {
            assertThat(Oddity.of(text)).as(text).isEmpty();
        }
    }

    @Test
    void theRawTextShowsEveryLetterThatIsNotPlain() {
        assertThat(Visible.raw("eu-w\u0435st\u202e", 100)).isEqualTo("eu-wU+0435stU+202E");
        assertThat(Visible.raw("abcdef", 3)).isEqualTo("abc… (6 characters)");
    }
}
