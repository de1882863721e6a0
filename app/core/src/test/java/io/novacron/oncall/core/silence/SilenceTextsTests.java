package io.novacron.oncall.core.silence;

import static org.assertj.core.api.Assertions.assertThat;

import io.novacron.oncall.core.silence.Matcher.Op;
import io.novacron.oncall.core.text.GoQuote;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What silences are written as: in comments, in fields, on a command line. */
class SilenceTextsTests {

    @Test
    void theMarkOfAnActionIsFoundAndNeverPartOfTheReason() {
        String comment = SilenceTag.mark(" disk swap ", "u-1");
        assertThat(comment).isEqualTo("disk swap [oncall:u-1]");
        assertThat(SilenceTag.reason(comment)).isEqualTo("disk swap");
        assertThat(SilenceTag.keep("other", comment)).isEqualTo("other [oncall:u-1]");
        assertThat(SilenceTag.keep("other", "by hand")).isEqualTo("other");
        assertThat(SilenceTag.id(silence(comment, Map.of()))).isEqualTo("u-1");
        assertThat(SilenceTag.id(silence("ACK! ana: x [oncall:u-2 fp=a at=b]", Map.of())))
                .isEqualTo("u-2");
        assertThat(SilenceTag.id(silence("by hand", Map.of("novacron_id", "u-3"))))
                .isEqualTo("u-3");
        assertThat(SilenceTag.id(silence("see [oncall:", Map.of()))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void whatCanBeTypedReadsBackAsTheVerySameMatcher(Dialect dialect) throws MatcherSyntaxException {
        List<String> values =
                List.of("a", "", "web\\d+", "a\"b", "\\", "a\nb", "a\rb", "a\u0085b", "a\u0001b", "é 🙂", "a\\rb");
        int typed = 0;
        for (String value : values) {
            for (String name : List.of("host", "host.name", "a b")) {
                Matcher matcher = Matcher.equal(name, value);
                var text = TypedMatcher.of(matcher, dialect);
                if (text.isPresent()) {
                    typed++;
                    assertThat(text.get().chars().noneMatch(Character::isISOControl))
                            .isTrue();
                    assertThat(MatcherParser.one(text.get(), dialect)).isEqualTo(matcher);
                }
            }
        }
        assertThat(typed).isEqualTo(dialect == Dialect.CLASSIC ? 8 : values.size() * 3);
    }

    @ParameterizedTest
    @CsvSource({
        "'a|b', 'x|y|z', 'all 6 combinations of l0 and l1'",
        "'(a|b)', '(?:x|y)', 'all 4 combinations'",
        "'a', 'x|y', ''",
        "'a\\|b', 'x|y', ''",
        "'[|]', 'x|y', ''"
    })
    void alternativesForTwoLabelsAreACrossProduct(String first, String second, String part) {
        String warning =
                CrossProduct.warning(List.of(new Matcher("l0", Op.REGEX, first), new Matcher("l1", Op.REGEX, second)));
        if (part.isEmpty()) {
            assertThat(warning).isEmpty();
        } else {
            assertThat(warning).contains(part);
        }
    }

    @Test
    void alternativesThatAreExcludedAreNone() {
        assertThat(CrossProduct.warning(
                        List.of(new Matcher("a", Op.NOT_REGEX, "x|y"), new Matcher("b", Op.REGEX, "x|y"))))
                .isEmpty();
    }

    @ParameterizedTest(name = "F89 copy as amtool quotes each word for the shell: {0} [fake]")
    @ValueSource(
            strings = {
                "$(reboot)",
                "`id`",
                "it's",
                "a\nb",
                "a\r\u001b[31m'\\0",
                "\u0085\u202e7",
                "\"; rm -rf /",
                "--for",
                "\\"
            })
    void everyWordOfTheAmtoolCommandIsOneWordOfTheShell(String hostile) throws Exception {
        Instant now = Instant.parse("2026-11-22T03:00:00Z");
        String command = AmtoolCommand.of(
                List.of(Matcher.equal("host", hostile)), hostile, hostile, now.plusSeconds(90), now, "http://am:9093");
        assertThat(command.codePoints()).allMatch(GoQuote::printable);
        Process shell = new ProcessBuilder("bash", "-c", command.replaceFirst("^amtool", "printf '%s\\\\0'")).start();
        String said = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(List.of(said.split("\0", -1)))
                .containsExactly(
                        "silence",
                        "add",
                        "--alertmanager.url=http://am:9093",
                        "--author=" + hostile,
                        "--comment=" + hostile,
                        "--duration=90s",
                        Matcher.equal("host", hostile).toText(),
                        "");
    }

    @Test
    void aServerThatDoesNotTellItsVersionIsReadAsTheOldest() {
        assertThat(List.of("0.27.0", "v0.34.2", "0.100.0-rc1", "1.0.0"))
                .extracting(Dialect::ofVersion)
                .containsOnly(Dialect.FALLBACK);
        assertThat(List.of("", "v", "main-1a2b3c", "0.26.1", "v0.25.0", "0.", "0.x", "unknown"))
                .extracting(Dialect::ofVersion)
                .containsOnly(Dialect.CLASSIC);
    }

    private static Silence silence(String comment, Map<String, String> annotations) {
        Instant at = Instant.parse("2026-11-22T03:00:00Z");
        return new Silence(
                "id", SilenceState.ACTIVE, List.of(), at, at.plusSeconds(60), at, "ana", comment, annotations);
    }
}
