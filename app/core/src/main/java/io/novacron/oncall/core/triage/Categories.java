package io.novacron.oncall.core.triage;

import io.novacron.oncall.core.alert.Labels;
import io.novacron.oncall.core.silence.Dialect;
import io.novacron.oncall.core.silence.Matcher;
import io.novacron.oncall.core.silence.MatcherParser;
import io.novacron.oncall.core.silence.MatcherSyntaxException;
import io.novacron.oncall.core.silence.Matching;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The kinds of alerts that the operators speak of, each told by matchers. An alert may belong to several, or to none. Safe
 * for any thread.
 */
public final class Categories {

    /** Those of NovaCron: its rules say it in {@code category}, else component or severity do. */
    public static final Categories DEFAULT = standard();

    private static final int MOST = 10_000;

    private final Map<String, List<Matching>> byName = new LinkedHashMap<>();
    private final Set<String> labels = new HashSet<>();
    private final Map<Labels, List<String>> known = new ConcurrentHashMap<>();

    private Categories() {}

    /**
     * In the order in which they are shown; an alert belongs where any one list of matchers holds.
     *
     * @throws MatcherSyntaxException where RE2 refuses a pattern
     */
    public static Categories of(Map<String, List<List<Matcher>>> matchers) throws MatcherSyntaxException {
        Categories categories = new Categories();
        for (Map.Entry<String, List<List<Matcher>>> category : matchers.entrySet()) {
            List<Matching> either = new ArrayList<>();
            for (List<Matcher> all : category.getValue()) {
                either.add(Matching.of(all));
                all.forEach(matcher -> categories.labels.add(matcher.name()));
            }
            categories.byName.put(category.getKey(), either);
        }
        return categories;
    }

    /** In the order in which they are shown. */
    public List<String> names() {
        return List.copyOf(byName.keySet());
    }

    /** Where an alert with these labels belongs, in the order of the categories. */
    public List<String> of(Labels alert) {
        Labels decisive = alert.only(labels);
        List<String> found = known.get(decisive);
        if (found == null) {
            found = byName.entrySet().stream()
                    .filter(category -> category.getValue().stream().anyMatch(matching -> matching.matches(decisive)))
                    .map(Map.Entry::getKey)
                    .toList();
            if (known.size() < MOST) {
                known.put(decisive, found);
            }
        }
        return found;
    }

    private static Categories standard() {
        Map<String, List<List<Matcher>>> standard = new LinkedHashMap<>();
        try {
            standard.put(
                    "critical", either("category=\"critical\"", "category=\"\",severity=~\"critical|page|emergency\""));
            standard.put("warning", either("category=\"warning\"", "category=\"\",severity=\"warning\""));
            standard.put("capacity", either("category=\"capacity\"", "component=\"capacity\""));
            standard.put("security", either("category=\"security\"", "component=\"security\""));
            standard.put("migration", either("category=\"migration\"", "component=\"migration\""));
            standard.put("SLA", either("category=~\"(?i)sla|slo\"", "component=~\"(?i)sla|slo\""));
            return of(standard);
        } catch (MatcherSyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<List<Matcher>> either(String one, String other) throws MatcherSyntaxException {
        return List.of(MatcherParser.list(one, Dialect.FALLBACK), MatcherParser.list(other, Dialect.FALLBACK));
    }
}
