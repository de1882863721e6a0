package io.novacron.oncall.core.silence;

import com.google.re2j.Pattern;
import io.novacron.oncall.core.alert.Labels;
import io.novacron.oncall.core.silence.SilenceWarning.Code;
import io.novacron.oncall.core.text.Visible;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What is odd about matchers by themselves, whatever fires now. */
final class MatcherWarnings {

    private MatcherWarnings() {}

    static List<SilenceWarning> of(List<Matcher> matchers) throws MatcherSyntaxException {
        List<SilenceWarning> warnings = new ArrayList<>();
        matchers.stream()
                .filter(VolatileLabels::names)
                .map(MatcherWarnings::passing)
                .forEach(warnings::add);
        warnings.addAll(duplicates(matchers));
        boolean anyNegative = matchers.stream().anyMatch(matcher -> matcher.op().negative());
        List<Matcher> empty = new ArrayList<>();
        for (Matcher matcher : matchers) {
            if (!matcher.op().negative() && Matching.of(List.of(matcher)).matches(Labels.NONE)) {
                empty.add(matcher);
            }
        }
        boolean refused = !anyNegative && !empty.isEmpty() && empty.size() == matchers.size();
        empty.forEach(matcher -> warnings.add(empty(matcher, refused)));
        return warnings;
    }

    private static SilenceWarning passing(Matcher matcher) {
        String text = shown(matcher) + " names what changes with the next restart, and the silence will miss it then.";
        return new SilenceWarning(Code.VOLATILE_LABEL, text);
    }

    private static SilenceWarning empty(Matcher matcher, boolean refused) {
        String name = Visible.line(matcher.name(), 60);
        String text = shown(matcher) + " also hits alerts without the label " + name;
        String more = refused ? ", and Alertmanager refuses a silence in which every matcher does." : ".";
        return new SilenceWarning(Code.MATCHES_EMPTY, text + more);
    }

    private static List<SilenceWarning> duplicates(List<Matcher> matchers) {
        Map<String, List<Matcher>> claims = new LinkedHashMap<>();
        for (Matcher matcher : matchers) {
            if (!matcher.op().negative()) {
                claims.computeIfAbsent(matcher.name(), name -> new ArrayList<>())
                        .add(matcher);
            }
        }
        return claims.values().stream()
                .filter(same -> same.size() > 1)
                .map(MatcherWarnings::duplicate)
                .toList();
    }

    private static SilenceWarning duplicate(List<Matcher> same) {
        String name = same.getFirst().name();
        String either = same.stream()
                .map(matcher -> matcher.op().regex() ? matcher.value() : Pattern.quote(matcher.value()))
                .distinct()
                .collect(Collectors.joining("|"));
        String text = "The label %s is named %d times, and an alert must satisfy all of them; for any of them write %s."
                .formatted(
                        Visible.line(name, 60),
                        same.size(),
                        Visible.line(new Matcher(name, Matcher.Op.REGEX, either).toText(), 200));
        return new SilenceWarning(Code.DUPLICATE_LABEL, text);
    }

    private static String shown(Matcher matcher) {
        return Visible.line(matcher.toText(), 120);
    }
}
