package io.novacron.oncall.core.triage;

import io.novacron.oncall.core.alert.Alert;
import io.novacron.oncall.core.alert.AlertState;
import io.novacron.oncall.core.alert.Severity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts what alerts have in chosen fields, and which labels they carry, in one pass over them. */
public final class Facets {

    private Facets() {}

    /** One facet for each field, in the order of the fields; an alert with several values counts for each of them. */
    public static List<Facet> of(List<Alert> alerts, List<Field> fields, Scene scene) {
        List<Map<String, int[]>> counts = new ArrayList<>();
        fields.forEach(field -> counts.add(new HashMap<>()));
        for (Alert alert : alerts) {
            for (int i = 0; i < fields.size(); i++) {
                for (String value : fields.get(i).values(alert, scene)) {
                    counts.get(i).computeIfAbsent(value, key -> new int[1])[0]++;
                }
            }
        }
        List<Facet> facets = new ArrayList<>();
        for (int i = 0; i < fields.size(); i++) {
            facets.add(facet(fields.get(i), counts.get(i), scene));
        }
        return facets;
    }

    private static Facet facet(Field field, Map<String, int[]> counts, Scene scene) {
        List<String> own = order(field, scene);
        Comparator<Facet.Value> order =
                Comparator.comparingInt(value -> own.contains(value.text()) ? own.indexOf(value.text()) : own.size());
        List<Facet.Value> values = values(counts);
        values.sort(order.thenComparing(byCount()));
        return new Facet(field, values);
    }

    /** The values of a field that has an order of its own. */
    private static List<String> order(Field field, Scene scene) {
        if (!(field instanceof Field.Known known)) {
            return List.of();
        }
        return switch (known) {
            case SEVERITY ->
                Arrays.stream(Severity.values()).map(Severity::mark).toList();
            case STATE ->
                Arrays.stream(AlertState.values()).map(AlertState::word).toList();
            case CATEGORY -> scene.categories().names();
            default -> List.of();
        };
    }

    private static List<Facet.Value> values(Map<String, int[]> counts) {
        List<Facet.Value> values = new ArrayList<>();
        counts.forEach((text, count) -> values.add(new Facet.Value(text, count[0])));
        return values;
    }

    private static Comparator<Facet.Value> byCount() {
        return Comparator.comparingInt(Facet.Value::count)
                .reversed()
                .thenComparing(Facet.Value::text, NaturalOrder.INSTANCE);
    }
}
