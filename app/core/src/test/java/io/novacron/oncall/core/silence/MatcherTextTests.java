package io.novacron.oncall.core.silence;

import static org.assertj.core.api.Assertions.assertThat;

import io.novacron.oncall.core.silence.Matcher.Op;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Opening and saving changes nothing (alerts guide M6). */
class MatcherTextTests {

    private static final String CHARACTERS = "ab_:09\\\"'`{}()[]!=~,.|*+?^$ \t\r\n\u000b\u0085\u00a0é🙂日\u0001\u202e";

    @Test
    void aPatternKeepsItsBackslashes() throws MatcherSyntaxException {
        Matcher matcher = new Matcher("host", Op.REGEX, "web\\d+");
        assertThat(matcher.toText()).isEqualTo("host=~\"web\\\\d+\"");
        for (Dialect dialect : Dialect.values()) {
            assertThat(MatcherParser.one(matcher.toText(), dialect)).isEqualTo(matcher);
        }
    }

    @Test
    void onlyNamesThatNeedItAreQuoted() {
        assertThat(Matcher.equal("host.name", "x").toText()).isEqualTo("host.name=\"x\"");
        assertThat(Matcher.equal("a b", "c").toText()).isEqualTo("\"a b\"=\"c\"");
        assertThat(Matcher.equal("", "c").toText()).isEqualTo("\"\"=\"c\"");
    }

    @Test
    void anyMatcherIsReadBackAsItWasPrinted() throws MatcherSyntaxException {
        long seed = 20261122;
        Random random = new Random(seed);
        for (int i = 0; i < 5000; i++) {
            Matcher matcher = new Matcher(text(random), op(random), text(random));
            assertThat(MatcherParser.one(matcher.toText(), Dialect.UTF8))
                    .as("seed %d, %d: %s", seed, i, matcher)
                    .isEqualTo(matcher);
            assertThat(MatcherParser.one(matcher.toText(), Dialect.FALLBACK)).isEqualTo(matcher);
        }
    }

    @Test
    void aMatcherWithAPlainNameIsReadBackByEveryDialectAndInLists() throws MatcherSyntaxException {
        long seed = 4711;
        Random random = new Random(seed);
        for (int i = 0; i < 2000; i++) {
            List<Matcher> matchers = new ArrayList<>();
            for (int n = random.nextInt(1, 4); n > 0; n--) {
                matchers.add(new Matcher("l" + n, op(random), text(random)));
            }
            for (Dialect dialect : Dialect.values()) {
                assertThat(MatcherParser.list(Matcher.toText(matchers), dialect))
                        .as("seed %d, %d: %s", seed, i, matchers)
                        .isEqualTo(matchers);
            }
        }
    }

    private static Op op(Random random) {
        return random.nextBoolean() ? Op.EQUAL : Op.NOT_EQUAL;
    }

    private static String text(Random random) {
        int[] points = CHARACTERS.codePoints().toArray();
        StringBuilder text = new StringBuilder();
        for (int n = random.nextInt(8); n > 0; n--) {
            text.appendCodePoint(points[random.nextInt(points.length)]);
        }
        return text.toString();
    }
}
