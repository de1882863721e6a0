package io.novacron.oncall.views.alert;

import io.novacron.oncall.core.silence.Matcher;
import io.novacron.oncall.core.triage.Field;
import io.novacron.oncall.core.triage.TriageQuery;
import io.novacron.oncall.core.triage.TriageSyntaxException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Values that were chosen field by field: an alert passes with one of the values in each of the fields. Immutable.
record Picks(Map<Field, Set<String>> byField) {
    static final Picks NONE = new Picks(Map.of());

    /// What RE2 gives a meaning to.
    private static final String SPECIAL = "\\.+*?()|[]{}^$";

    Picks {
        byField = Collections.unmodifiableMap(new LinkedHashMap<>(byField));
    }

    boolean isEmpty() {
        return byField.isEmpty();
    }

    boolean has(Field field, String value) {
        return byField.getOrDefault(field, Set.of()).contains(value);
    }

    /// Chooses the value, or gives it up if it was chosen.
    Picks toggled(Field field, String value) {
        var values = new LinkedHashSet<>(byField.getOrDefault(field, Set.of()));
        if (!values.remove(value)) {
            values.add(value);
        }
        var now = new LinkedHashMap<>(byField);
        now.put(field, Collections.unmodifiableSet(values));
        now.values().removeIf(Set::isEmpty);
        return new Picks(now);
    }

    Picks without(Field field) {
        var now = new LinkedHashMap<>(byField);
        now.remove(field);
        return new Picks(now);
    }

    /// The same in the grammar of the search field.
    String text() {
        return byField.entrySet().stream()
                .map(pick -> text(pick.getKey(), pick.getValue()))
                .collect(Collectors.joining(" "));
    }

    TriageQuery query() {
        try {
            return TriageQuery.parse(text());
        } catch (TriageSyntaxException e) {
            throw new IllegalStateException("values that were picked are no filter: " + text(), e);
        }
    }

    private static String text(Field field, Set<String> values) {
        Matcher.Op op = values.size() == 1 ? Matcher.Op.EQUAL : Matcher.Op.REGEX;
        String value = values.size() == 1
                ? values.iterator().next()
                : values.stream().map(Picks::literally).collect(Collectors.joining("|"));
        return switch (field) {
            case Field.Label(String name) -> new Matcher(name, op, value).toText();
            case Field.Known known ->
                known.text() + new Matcher("x", op, value).toText().substring(1);
        };
    }

    private static String literally(String value) {
        var quoted = new StringBuilder();
        value.chars().forEach(c -> {
            if (SPECIAL.indexOf(c) >= 0) {
                quoted.append('\\');
            }
            quoted.append((char) c);
        });
        return quoted.toString();
    }
}
