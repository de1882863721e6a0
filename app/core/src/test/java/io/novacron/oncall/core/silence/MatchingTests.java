package io.novacron.oncall.core.silence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.novacron.oncall.core.alert.Labels;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MatchingTests {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '|',
            value = {
                "foo!=\"x\",true",
                "foo!~\"x\",true",
                "foo=~\".*\",true",
                "foo=~\"x|\",true",
                "foo=\"\",true",
                "foo!=\"\",false",
                "foo=~\".+\",false",
                "foo=\"x\",false"
            })
    void aMissingLabelEqualsTheEmptyString(String matcher, boolean expected) throws MatcherSyntaxException {
        assertThat(matches(matcher, Map.of("bar", "x"))).isEqualTo(expected);
    }

    @Test
    void thePatternIsAnchoredAsAWhole() throws MatcherSyntaxException {
        assertThat(matches("a=~\"x|y\"", Map.of("a", "xz"))).isFalse();
        assertThat(matches("a=~\"x|y\"", Map.of("a", "zy"))).isFalse();
        assertThat(matches("a=~\"x|y\"", Map.of("a", "y"))).isTrue();
    }

    @Test
    void aPatternThatBreaksOutOfTheAnchorsDoesWhatItDoesOnTheServer() throws MatcherSyntaxException {
        assertThat(matches("a=~\"x)|(?:y\"", Map.of("a", "xz"))).isTrue();
        assertThat(matches("a=~\"x)|(?:y\"", Map.of("a", "zy"))).isTrue();
    }

    @Test
    void caseCounts() throws MatcherSyntaxException {
        assertThat(matches("a=\"X\"", Map.of("a", "x"))).isFalse();
        assertThat(matches("a=~\"X\"", Map.of("a", "x"))).isFalse();
        assertThat(matches("a=~\"(?i)É\"", Map.of("a", "é"))).isTrue();
    }

    @Test
    void theDotStopsAtALineFeedOnly() throws MatcherSyntaxException {
        assertThat(matches("a=~\".*\"", Map.of("a", "x\ny"))).isFalse();
        assertThat(matches("a=~\".*\"", Map.of("a", "x\ry"))).isTrue();
        assertThat(matches("a=~\".*\"", Map.of("a", "x\u0085y"))).isTrue();
        assertThat(matches("a=~\"(?s).*\"", Map.of("a", "x\ny"))).isTrue();
        assertThat(matches("a=~\"x\"", Map.of("a", "x\n"))).isFalse();
    }

    @Test
    void characterClassesAreThoseOfRe2() throws MatcherSyntaxException {
        assertThat(matches("a=~\"[[:alpha:]]\"", Map.of("a", "l"))).isTrue();
        assertThat(matches("a=~\"[a-z&&c]\"", Map.of("a", "&"))).isTrue();
        assertThat(matches("a=~\"\\\\pL\"", Map.of("a", "é"))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"(?<n>x)y", "(?P<n>x)y", "(?<n>x)(?<n>y)", "(?:x)y", "\\Qxy\\E", "[(?<n>xy)]+"})
    void groupsMayBearNamesEvenTwice(String pattern) throws MatcherSyntaxException {
        Matcher matcher = new Matcher("a", Matcher.Op.REGEX, pattern);
        assertThat(Matching.of(List.of(matcher)).matches(Labels.of(Map.of("a", "xy"))))
                .isTrue();
    }

    @Test
    void aNameWithinAClassOrAnEscapeIsNoName() throws MatcherSyntaxException {
        Matcher quoted = new Matcher("a", Matcher.Op.REGEX, "\\Q(?<n>\\E[(?<n>]\\(\\?<n>");
        assertThat(Matching.of(List.of(quoted)).matches(Labels.of(Map.of("a", "(?<n><(?<n>"))))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(",
                "a**",
                "(?=x)",
                "\\8",
                "x{1001}",
                "(?:x{50}){50}",
                "((((x{1000}){1000}){1000}){1000}){1000}",
                "\\é",
                "[\\é]",
                "(?<n",
                "(?<>x)",
                "(?P<n n>x)",
                "(?P<n>?)",
                "a{50}(?U){50}",
                "[z-a]",
                "\\"
            })
    void whatGoRefusesIsRefused(String pattern) {
        Matcher matcher = new Matcher("abc", Matcher.Op.REGEX, pattern);
        MatcherSyntaxException e =
                catchThrowableOfType(MatcherSyntaxException.class, () -> Matching.of(List.of(matcher)));
        assertThat(e.column())
                .as("the quote that opens the pattern in abc=~\"…\"")
                .isEqualTo(6);
    }

    @Test
    void aPatternThatWouldFillTheMemoryIsRefused() {
        for (String pattern : List.of("(x{1000})".repeat(2000), "(".repeat(5000) + ")".repeat(5000))) {
            Matcher matcher = new Matcher("a", Matcher.Op.REGEX, pattern);
            assertThat(catchThrowableOfType(MatcherSyntaxException.class, () -> Matching.of(List.of(matcher))))
                    .isNotNull();
        }
    }

    @Test
    void countedRepetitionsUpToThousandAreFine() throws MatcherSyntaxException {
        assertThat(matches("a=~\"(?:x{10}){100}\"", Map.of("a", "x".repeat(1000))))
                .isTrue();
        assertThat(matches("a=~\"x{,3}\"", Map.of("a", "x{,3}"))).isTrue();
        assertThat(matches("a=~\"(?:\\\\x{78}){999}\"", Map.of("a", "x".repeat(999))))
                .isTrue();
    }

    @Test
    void aBraceThatStandsForItselfMayBeRepeated() throws MatcherSyntaxException {
        assertThat(matches("a=~\"{{2}\"", Map.of("a", "{{"))).isTrue();
        assertThat(matches("a=~\"x{*y\"", Map.of("a", "xy"))).isTrue();
    }

    @Test
    void theSameLabelTwiceWithTwoValuesNeverMatches() throws MatcherSyntaxException {
        assertThat(matches("i=\"1\",i=\"2\"", Map.of("i", "1"))).isFalse();
    }

    @Test
    void allMatchersMustHold() throws MatcherSyntaxException {
        assertThat(matches("a=\"1\",b!=\"2\"", Map.of("a", "1", "b", "2"))).isFalse();
        assertThat(matches("a=\"1\",b!=\"2\"", Map.of("a", "1", "b", "3"))).isTrue();
        assertThat(matches("", Map.of())).isTrue();
    }

    private static boolean matches(String matchers, Map<String, String> labels) throws MatcherSyntaxException {
        return Matching.of(MatcherParser.list(matchers, Dialect.FALLBACK)).matches(Labels.of(labels));
    }
}
