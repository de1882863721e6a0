package io.novacron.oncall.demo.elasticsearch;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The fields of one index. It grows with the documents; a field keeps its first type. Any thread. */
final class Mapping {

    /** What becomes of a text whose field nobody declared. */
    enum Strings {
        /** The default: searched by words, and as a whole in a field {@code .keyword}. */
        WORDS,
        /** As the template of log streams has it: only as a whole. */
        WHOLE
    }

    private static final int IGNORE_ABOVE = 256;
    private static final int IGNORE_ABOVE_IN_LOGS = 1_024;

    private final Strings strings;
    private final Map<String, Field> fields = new ConcurrentSkipListMap<>();

    private Mapping(Strings strings) {
        this.strings = strings;
    }

    /** What every data stream of logs begins with: a time in nanoseconds, and texts that are searched by words. */
    static Mapping ofLogs() {
        Mapping mapping = new Mapping(Strings.WHOLE);
        mapping.add(new Field("@timestamp", FieldType.DATE_NANOS));
        mapping.add(new Field("message", FieldType.TEXT));
        mapping.add(new Field("error.stack_trace", FieldType.TEXT));
        return mapping;
    }

    /** The default with these properties declared. @throws Refusal where a type is unknown */
    static Mapping of(JsonNode properties) {
        Mapping mapping = new Mapping(Strings.WORDS);
        mapping.declare("", properties);
        return mapping;
    }

    private void declare(String prefix, JsonNode properties) {
        for (Map.Entry<String, JsonNode> entry : properties.properties()) {
            String name = prefix + entry.getKey();
            JsonNode definition = entry.getValue();
            if (definition.has("properties")) {
                declare(name + ".", definition.path("properties"));
                continue;
            }
            String type = definition.path("type").asString("object");
            FieldType known = FieldType.named(type)
                    .orElseThrow(() -> Refusal.of(
                            400,
                            "mapper_parsing_exception",
                            "No handler for type [" + type + "] declared on field [" + name + "]"));
            add(new Field(name, known, definition.path("ignore_above").asInt(Integer.MAX_VALUE)));
            if (definition.has("fields")) {
                declare(name + ".", definition.path("fields"));
            }
        }
    }

    @Nullable
    Field field(String name) {
        return fields.get(name);
    }

    Collection<Field> fields() {
        return fields.values();
    }

    /** The fields below a name that is itself an object. */
    List<Field> below(String name) {
        return fields.values().stream()
                .filter(field -> field.name().startsWith(name + "."))
                .toList();
    }

    /** Every field a value of that path goes to; what was never seen gets a type from this value. */
    List<Field> targets(String path, Object value) {
        Field known = fields.get(path);
        if (known == null) {
            dynamic(path, value);
            known = fields.get(path);
        }
        List<Field> targets = new ArrayList<>();
        if (known != null) {
            targets.add(known);
        }
        Field keyword = fields.get(path + ".keyword");
        if (keyword != null) {
            targets.add(keyword);
        }
        return targets;
    }

    private void dynamic(String path, Object value) {
        switch (value) {
            case Boolean _ -> add(new Field(path, FieldType.BOOLEAN));
            case Integer _, Long _ -> add(new Field(path, FieldType.LONG));
            case Number _ -> add(new Field(path, FieldType.FLOAT));
            case String text
            when strings == Strings.WHOLE -> add(new Field(path, FieldType.KEYWORD, IGNORE_ABOVE_IN_LOGS));
            case String text when isDate(text) -> add(new Field(path, FieldType.DATE));
            default -> {
                add(new Field(path, FieldType.TEXT));
                add(new Field(path + ".keyword", FieldType.KEYWORD, IGNORE_ABOVE));
            }
        }
    }

    /** A text that begins with a full date is a time; a bare year is none. */
    private static boolean isDate(String text) {
        if (text.length() < 10) {
            return false;
        }
        try {
            LocalDate.parse(text.substring(0, 10));
            Dates.parse(text, false);
            return true;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private void add(Field field) {
        fields.putIfAbsent(field.name(), field);
    }
}
