package io.novacron.oncall.core.triage;

import io.novacron.oncall.core.alert.Labels;
import io.novacron.oncall.core.silence.Dialect;
import io.novacron.oncall.core.silence.MatcherParser;
import io.novacron.oncall.core.silence.MatcherSyntaxException;
import io.novacron.oncall.core.silence.Matching;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The kinds of alerts that the operators speak of, each told by matchers. An alert may belong to several, or to none.
 *
 * @param byName in the order in which they are shown; an alert belongs where any of the matchings holds
 */
public record Categories(Map<String, List<Matching>> byName) {

    /** Those of NovaCron: its rules say it in {@code category}, else component or severity do. */
    public static final Categories DEFAULT = standard();

    public Categories {
        byName = Collections.unmodifiableMap(new LinkedHashMap<>(byName));
    }

    /** Reads the matchers of each category, any one list of which suffices. */
    public static Categories parse(Map<String, List<String>> texts) throws MatcherSyntaxException {
        Map<String, List<Matching>> read = new LinkedHashMap<>();
        for (Map.Entry<String, List<String>> category : texts.entrySet()) {
            List<Matching> either = new ArrayList<>();
            for (String text : category.getValue()) {
                either.add(Matching.of(MatcherParser.list(text, Dialect.FALLBACK)));
            }
            read.put(category.getKey(), either);
        }
        return new Categories(read);
    }

    /** Where an alert with these labels belongs, in the order of the categories. */
    public List<String> of(Labels labels) {
        List<String> found = new ArrayList<>(1);
        byName.forEach((name, either) -> {
            if (either.stream().anyMatch(matching -> matching.matches(labels))) {
                found.add(name);
            }
        });
        return found;
    }

    private static Categories standard() {
        Map<String, List<String>> texts = new LinkedHashMap<>();
        texts.put("critical", List.of("category=\"critical\"", "category=\"\",severity=~\"critical|page|emergency\""));
        texts.put("warning", List.of("category=\"warning\"", "category=\"\",severity=\"warning\""));
        texts.put("capacity", List.of("category=\"capacity\"", "component=\"capacity\""));
        texts.put("security", List.of("category=\"security\"", "component=\"security\""));
        texts.put("migration", List.of("category=\"migration\"", "component=\"migration\""));
        texts.put("SLA", List.of("category=~\"(?i)sla|slo\"", "component=~\"(?i)sla|slo\""));
        try {
            return parse(texts);
        } catch (MatcherSyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
