package io.novacron.oncall.views.controls;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FuzzyTests {
    @Test
    void lettersMustOccurInTheirOrder() {
        assertThat(Fuzzy.match("nxt", "next alert")).isPresent();
        assertThat(Fuzzy.match("txn", "next alert")).isEmpty();
        assertThat(Fuzzy.match("next alerts", "next alert")).isEmpty();
    }

    @Test
    void beginningsOfWordsAreBestThenRuns() {
        assertThat(best("ua", "next alert", "un-acknowledge", "quiet for a while"))
                .isEqualTo("un-acknowledge");
        assertThat(best("sil", "search in the list", "silence…", "extend the silence"))
                .isEqualTo("silence…");
        assertThat(best("ack", "go back", "acknowledge for 1 h", "a click")).isEqualTo("acknowledge for 1 h");
    }

    @Test
    void wordsMayStandInAnyOrderAndCaseDoesNotMatter() {
        assertThat(Fuzzy.match("alert NEXT", "next alert")).isPresent();
        assertThat(Fuzzy.match("alert last", "next alert")).isEmpty();
    }

    @Test
    void nothingTypedFitsEverythingAlike() {
        assertThat(Fuzzy.match("  ", "next alert")).contains(new Fuzzy.Hit(0, List.of()));
    }

    @Test
    void thePositionsSpellWhatWasTyped() {
        long seed = 20_261_122;
        var random = new Random(seed);
        for (int round = 0; round < 5_000; round++) {
            String text = word(random, 1 + random.nextInt(24));
            String query = word(random, 1 + random.nextInt(4)).replace(" ", "a");
            var hit = Fuzzy.match(query, text);
            assertThat(hit.isPresent())
                    .as("seed %d: %s in %s", seed, query, text)
                    .isEqualTo(subsequence(query, text));
            hit.ifPresent(found -> {
                var spelled = new StringBuilder();
                found.positions().forEach(at -> spelled.append(text.charAt(at)));
                assertThat(spelled.toString().equalsIgnoreCase(query))
                        .as("seed %d: %s in %s gave %s", seed, query, text, spelled)
                        .isTrue();
            });
        }
    }

    private static boolean subsequence(String query, String text) {
        int met = 0;
        for (int i = 0; i < text.length() && met < query.length(); i++) {
            met += Character.toLowerCase(text.charAt(i)) == Character.toLowerCase(query.charAt(met)) ? 1 : 0;
        }
        return met == query.length();
    }

    private static String word(Random random, int length) {
        var word = new StringBuilder();
        for (int i = 0; i < length; i++) {
            word.append("abcAB -".charAt(random.nextInt(7)));
        }
        return word.toString();
    }

    private static String best(String query, String... texts) {
        return List.of(texts).stream()
                .max(Comparator.comparingInt(
                        text -> Fuzzy.match(query, text).map(Fuzzy.Hit::score).orElse(Integer.MIN_VALUE)))
                .orElseThrow();
    }
}
