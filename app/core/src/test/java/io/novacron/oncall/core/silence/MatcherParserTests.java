package io.novacron.oncall.core.silence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.novacron.oncall.core.silence.Matcher.Op;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MatcherParserTests {

    @ParameterizedTest
    @EnumSource
    void everyDialectReadsTheFourOperators(Dialect dialect) throws MatcherSyntaxException {
        assertThat(MatcherParser.list(" { a=\"1\", b!=2 ,c=~\"3|4\",d !~ \"5\" } ".strip(), dialect))
                .containsExactly(
                        new Matcher("a", Op.EQUAL, "1"),
                        new Matcher("b", Op.NOT_EQUAL, "2"),
                        new Matcher("c", Op.REGEX, "3|4"),
                        new Matcher("d", Op.NOT_REGEX, "5"));
    }

    @ParameterizedTest
    @EnumSource
    void noMatchersAreAnEmptyListAndNotOneMatcher(Dialect dialect) throws MatcherSyntaxException {
        assertThat(MatcherParser.list("", dialect)).isEmpty();
        assertThat(MatcherParser.list("{}", dialect)).isEmpty();
        assertThat(error("", dialect).column()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void oneCommaMayEndTheListAndNoneMayBeginIt(Dialect dialect) throws MatcherSyntaxException {
        assertThat(MatcherParser.list("a=b, ", dialect)).hasSize(1);
        assertThat(MatcherParser.list("{a=b,}", dialect)).hasSize(1);
        assertThat(listError("a=b,,c=d", dialect).column()).isEqualTo(5);
        assertThat(listError(",a=b", dialect).column()).isEqualTo(1);
    }

    @Test
    void classicAllowsAnEmptyValueAndUtf8DoesNot() throws MatcherSyntaxException {
        assertThat(MatcherParser.one("foo=", Dialect.CLASSIC)).isEqualTo(Matcher.equal("foo", ""));
        assertThat(MatcherParser.one("foo=", Dialect.FALLBACK)).isEqualTo(Matcher.equal("foo", ""));
        assertThat(error("foo=", Dialect.UTF8).text()).isEqualTo("A value was expected, found the end.");
        assertThat(MatcherParser.one("foo=\"\"", Dialect.UTF8)).isEqualTo(Matcher.equal("foo", ""));
    }

    @Test
    void classicTakesBareValuesAsTheyStand() throws MatcherSyntaxException {
        assertThat(MatcherParser.one(" foo = a b{}!=~'`\\d ", Dialect.CLASSIC).value())
                .isEqualTo("a b{}!=~'`\\d");
    }

    @Test
    void classicKnowsThreeEscapesAndLeavesOtherBackslashesAlone() throws MatcherSyntaxException {
        assertThat(MatcherParser.one("foo=\"a\\\"b\\\\c\\nd\\te\"", Dialect.CLASSIC)
                        .value())
                .isEqualTo("a\"b\\c\nd\\te");
        assertThat(MatcherParser.one("foo=a\\", Dialect.CLASSIC).value()).isEqualTo("a\\");
        assertThat(error("foo=\"a\\\"", Dialect.CLASSIC).column()).isEqualTo(5);
    }

    @Test
    void classicBracesAreOptionalAtEitherEnd() throws MatcherSyntaxException {
        assertThat(MatcherParser.list("{a=b", Dialect.CLASSIC)).containsExactly(Matcher.equal("a", "b"));
        assertThat(MatcherParser.list("a=b}", Dialect.CLASSIC)).containsExactly(Matcher.equal("a", "b"));
        assertThat(MatcherParser.one("a=b}", Dialect.CLASSIC)).isEqualTo(Matcher.equal("a", "b}"));
        assertThat(error("a=b}", Dialect.FALLBACK).column()).isEqualTo(4);
        assertThat(listError("{a=b", Dialect.UTF8).text()).isEqualTo("A comma or } was expected, found the end.");
        assertThat(listError("a=b}", Dialect.UTF8).text()).isEqualTo("There is a } without a {.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"host.name=\"x\"", "\"a b\"=\"c\"", "🙂=\"x\"", "0a=b", "a-b=\"c\""})
    void namesBeyondPrometheusAreUtf8Only(String text) throws MatcherSyntaxException {
        assertThat(MatcherParser.one(text, Dialect.UTF8)).isEqualTo(MatcherParser.one(text, Dialect.FALLBACK));
        error(text, Dialect.CLASSIC);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '|',
            value = {"a={,3", "a=b},4", "a=b=c,4", "a=b!c,4", "a=~~,4", "a='b',3", "a=`b`,3", "a=b c,5", "a=b\\d,4"})
    void bareUtf8ValuesHoldNoReservedCharacter(String text, int column) {
        assertThat(error(text, Dialect.UTF8).column()).isEqualTo(column);
    }

    @Test
    void utf8UsesGoEscapes() throws MatcherSyntaxException {
        String text = "\"\\x61\\u00e9\"=\"\\a\\b\\f\\n\\r\\t\\v\\\\\\\"\\101\\xc3\\xa9\\U0001F642é\"";
        assertThat(MatcherParser.one(text, Dialect.UTF8))
                .isEqualTo(Matcher.equal("aé", "\u0007\b\f\n\r\t\u000b\\\"Aé🙂é"));
    }

    @ParameterizedTest
    @CsvSource({
        "\\d,4",
        "\\',4",
        "\\x6,4",
        "\\xc3,3",
        "\\400,4",
        "\\08,4",
        "\\ud800,4",
        "\\U00110000,4",
        "\\UFFFFFFFF,4",
        "é\\q,5",
        "🙂\\q,5"
    })
    void whatGoDoesNotKnowAsAnEscapeIsRefusedWithItsColumn(String inside, int column) {
        assertThat(error("a=\"" + inside + "\"", Dialect.UTF8).column()).isEqualTo(column);
    }

    @Test
    void inTheFallbackClassicWinsWhereBothCanRead() throws MatcherSyntaxException {
        assertThat(MatcherParser.one("foo=\"\\x61\"", Dialect.UTF8).value()).isEqualTo("a");
        assertThat(MatcherParser.one("foo=\"\\x61\"", Dialect.FALLBACK).value()).isEqualTo("\\x61");
    }

    @Test
    void inTheFallbackUtf8IsAskedWhereClassicRefusesThePattern() throws MatcherSyntaxException {
        // an escape for strings of Go, but none for RE2
        assertThat(MatcherParser.one("a=~\"\\u0061\"", Dialect.FALLBACK).value())
                .isEqualTo("a");
        error("a=~\"\\u0061\"", Dialect.CLASSIC);
    }

    @ParameterizedTest
    @EnumSource
    void aPatternThatRe2RefusesNamesTheColumnOfThePattern(Dialect dialect) {
        MatcherSyntaxException e = listError("a=\"b\", c=~\"(d\"", dialect);
        assertThat(e.column()).isEqualTo(11);
        assertThat(e.text()).contains("RE2");
    }

    @ParameterizedTest
    @EnumSource
    void columnsCountCharactersAndNotHalves(Dialect dialect) {
        assertThat(listError("a=\"🙂\" !", dialect).column()).isGreaterThan(2).isLessThan(9);
        assertThat(listError("a=\"🙂é\",!", dialect).column()).isEqualTo(8);
    }

    @ParameterizedTest
    @EnumSource
    void halfASurrogatePairIsRefused(Dialect dialect) {
        assertThat(error("a=\"x\ud83d\"", dialect).column()).isEqualTo(5);
    }

    @ParameterizedTest
    @CsvSource({"foo,4", "foo!bar,4", "=x,1", "foo=\"a,5", "foo=a\"b,6", "foo=\"a\"b\",7"})
    void whatNoDialectReadsIsAnErrorWithItsColumn(String text, int column) {
        assertThat(error(text, Dialect.CLASSIC).column()).isLessThanOrEqualTo(column);
        assertThat(error(text, Dialect.FALLBACK).text()).endsWith(".");
        assertThat(error(text, Dialect.UTF8).column()).isGreaterThan(0);
    }

    @Test
    void moreThanOneMatcherIsNotOne() {
        assertThat(error("a=\"b\",c=\"d\"", Dialect.UTF8).text()).contains("found 2");
        assertThat(List.of(
                        error("{a=\"b\"}", Dialect.UTF8).column(),
                        error("{a=\"b\"}", Dialect.FALLBACK).column()))
                .containsExactly(1, 1);
    }

    private static MatcherSyntaxException error(String text, Dialect dialect) {
        return thrown(() -> MatcherParser.one(text, dialect));
    }

    private static MatcherSyntaxException listError(String text, Dialect dialect) {
        return thrown(() -> MatcherParser.list(text, dialect));
    }

    private static MatcherSyntaxException thrown(ThrowingCallable call) {
        MatcherSyntaxException e = catchThrowableOfType(MatcherSyntaxException.class, call);
        assertThat(e).isNotNull();
        return e;
    }
}
