package io.novacron.oncall.views.alert;

import io.novacron.oncall.core.alert.Alert;
import io.novacron.oncall.core.silence.Dialect;
import io.novacron.oncall.core.silence.Matcher;
import io.novacron.oncall.core.silence.MatcherParser;
import io.novacron.oncall.core.silence.MatcherSyntaxException;
import io.novacron.oncall.core.silence.Matching;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/// What the search field asks for: nothing, words anywhere in an alert, or matchers with the meaning they have in a
/// silence. Pure.
sealed interface AlertFilter {
    boolean matches(Alert alert);

    /// The field is empty.
    record Everything() implements AlertFilter {
        @Override
        public boolean matches(Alert alert) {
            return true;
        }
    }

    /// Every word occurs, whatever its case, in some label or annotation, name or value.
    record Words(List<String> words) implements AlertFilter {
        @Override
        public boolean matches(Alert alert) {
            return words.stream()
                    .allMatch(word -> occurs(word, alert.labels().byName()) || occurs(word, alert.annotations()));
        }

        private static boolean occurs(String word, Map<String, String> texts) {
            for (Map.Entry<String, String> text : texts.entrySet()) {
                if (text.getKey().toLowerCase(Locale.ROOT).contains(word)
                        || text.getValue().toLowerCase(Locale.ROOT).contains(word)) {
                    return true;
                }
            }
            return false;
        }
    }

    /// All matchers hold, by the very engine that decides about silences (alerts guide M7).
    record Matchers(List<Matcher> matchers, Matching matching) implements AlertFilter {
        @Override
        public boolean matches(Alert alert) {
            return matching.matches(alert.labels());
        }
    }

    /// Reads the field. What begins with a brace or holds an operator is meant as matchers, everything else as words.
    ///
    /// @throws MatcherSyntaxException if matchers are meant and cannot be read
    static AlertFilter parse(String text) throws MatcherSyntaxException {
        String wanted = text.strip();
        if (wanted.isEmpty()) {
            return new Everything();
        }
        if (wanted.startsWith("{") || wanted.contains("=") || wanted.contains("!~")) {
            List<Matcher> matchers = MatcherParser.list(text, Dialect.FALLBACK);
            return new Matchers(matchers, Matching.of(matchers));
        }
        return new Words(wanted.toLowerCase(Locale.ROOT)
                .lines()
                .flatMap(AlertFilter::words)
                .toList());
    }

    private static Stream<String> words(String line) {
        return List.of(line.split(" ", -1)).stream().filter(word -> !word.isBlank());
    }

    /// What is in force, in the operator's words.
    default String mode() {
        return switch (this) {
            case Everything everything -> "";
            case Words words -> "free text";
            case Matchers matchers -> matchers.matchers().size() == 1 ? "matcher" : "matchers";
        };
    }
}
