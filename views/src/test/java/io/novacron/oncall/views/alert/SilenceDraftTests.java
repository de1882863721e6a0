package io.novacron.oncall.views.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.novacron.oncall.core.silence.Dialect;
import io.novacron.oncall.core.silence.Matcher;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SilenceDraftTests {
    @Test
    void everyLineIsAMatcherAndEmptyLinesDoNotCount() {
        var draft = SilenceDraft.read("a=\"b\"\n\n  c=~\"d|e\"  \n", " 1h30m ", " why ", Dialect.FALLBACK);
        assertThat(draft.problems()).isEmpty();
        assertThat(draft.matchers())
                .containsExactly(Matcher.equal("a", "b"), new Matcher("c", Matcher.Op.REGEX, "d|e"));
        assertThat(draft.length()).isEqualTo(Duration.ofMinutes(90));
        assertThat(draft.comment()).isEqualTo("why");
    }

    @Test
    void aLineThatCannotBeReadIsNamedWithItsColumn() {
        var draft = SilenceDraft.read("a=\"b\"\nc=~\"(\"", "1h", "", Dialect.FALLBACK);
        assertThat(draft.whole()).isFalse();
        assertThat(draft.problems()).singleElement().asString().startsWith("Line 2, column ");
    }

    @ParameterizedTest
    @CsvSource({"'',1h,at least one matcher", "a=b,soon,no duration", "a=b,0,later than now", "a=b,'',empty"})
    void whatIsMissingIsSaidInOneSentence(String matchers, String duration, String part) {
        var draft = SilenceDraft.read(matchers, duration, "", Dialect.FALLBACK);
        assertThat(draft.problems()).singleElement().asString().contains(part);
    }

    @ParameterizedTest
    @CsvSource({
        "0.25.0,CLASSIC",
        "0.26.0,CLASSIC",
        "0.27.0,FALLBACK",
        "0.34.2,FALLBACK",
        "1.0.0,FALLBACK",
        "'',FALLBACK",
        "0.x,FALLBACK",
        "0.99999999999,FALLBACK"
    })
    void theServersVersionChoosesTheParser(String version, Dialect dialect) {
        assertThat(SilenceDraft.dialect(version)).isEqualTo(dialect);
    }
}
