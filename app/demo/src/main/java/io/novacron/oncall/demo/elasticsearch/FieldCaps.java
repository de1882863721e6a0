package io.novacron.oncall.demo.elasticsearch;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What {@code _field_caps} answers: every field with its types, and which indices have which where they differ. */
final class FieldCaps {

    private FieldCaps() {}

    /** {@code patterns} are names of fields, with stars, separated by commas. */
    static Map<String, Object> of(List<StoredIndex> indices, String patterns) {
        Map<String, Map<FieldType, List<String>>> fields = new TreeMap<>();
        for (String pattern : patterns.split(",", -1)) {
            Wildcard wildcard = Wildcard.of(pattern);
            for (StoredIndex index : indices) {
                index.mapping().fields().stream()
                        .filter(field -> wildcard.matches(field.name()))
                        .forEach(field -> fields.computeIfAbsent(field.name(), _ -> new TreeMap<>())
                                .computeIfAbsent(field.type(), _ -> new java.util.ArrayList<>())
                                .add(index.name()));
            }
        }
        Map<String, Object> told = new LinkedHashMap<>();
        fields.forEach((name, types) -> told.put(name, capabilities(types)));
        return Map.of("indices", indices.stream().map(StoredIndex::name).toList(), "fields", told);
    }

    private static Map<String, Object> capabilities(Map<FieldType, List<String>> types) {
        Map<String, Object> told = new LinkedHashMap<>();
        types.forEach((type, indices) -> {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("type", type.word());
            one.put("searchable", true);
            one.put("aggregatable", type.aggregatable());
            if (types.size() > 1) {
                one.put("indices", indices.stream().distinct().toList());
            }
            told.put(type.word(), one);
        });
        return told;
    }
}
