package io.novacron.oncall.demo.alertmanager;

import io.novacron.oncall.demo.alertmanager.silence.Silences;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * The fields of one JSON object of a posted body. A wrong type makes the whole body unreadable; null is as good as missing.
 *
 * @param body {@code alerts} or {@code silence}
 */
record Fields(String body, JsonNode object) {

    static JsonNode parsed(String body, String text) throws BodyRefused {
        try {
            return Wire.JSON.readTree(text);
        } catch (JacksonException e) {
            throw BodyRefused.unreadable(body, e.getOriginalMessage());
        }
    }

    /** Refuses what is no object. */
    static Fields of(String body, JsonNode node) throws BodyRefused {
        if (!node.isObject()) {
            throw BodyRefused.unreadable(body, "json: cannot read " + node.getNodeType() + " as an object");
        }
        return new Fields(body, node);
    }

    boolean has(String name) {
        return !object.path(name).isMissingNode() && !object.path(name).isNull();
    }

    @Nullable
    String text(String name) throws BodyRefused {
        return has(name) ? text(object.path(name)) : null;
    }

    @Nullable
    Boolean flag(String name) throws BodyRefused {
        if (!has(name)) {
            return null;
        }
        if (!object.path(name).isBoolean()) {
            throw BodyRefused.unreadable(body, "json: cannot read " + name + " as a boolean");
        }
        return object.path(name).booleanValue();
    }

    /** RFC 3339, or a day alone; empty means 1970, the year 1 means no time at all. Null where it is missing. */
    @Nullable
    Instant time(String name) throws BodyRefused {
        String text = text(name);
        if (text == null) {
            return null;
        }
        if (text.isEmpty()) {
            return Instant.EPOCH;
        }
        try {
            return text.length() == 10
                    ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw BodyRefused.unreadable(body, "parsing time \"" + text + "\": " + e.getMessage());
        }
    }

    /** As {@link #time}, with "no time" as null. */
    @Nullable
    Instant givenTime(String name) throws BodyRefused {
        Instant time = time(name);
        return Silences.NO_TIME.equals(time) ? null : time;
    }

    /** Names and values; empty where it is missing. */
    TreeMap<String, String> labels(String name) throws BodyRefused {
        TreeMap<String, String> labels = new TreeMap<>();
        if (has(name)) {
            for (Map.Entry<String, JsonNode> label :
                    of(body, object.path(name)).object.properties()) {
                labels.put(label.getKey(), label.getValue().isNull() ? "" : text(label.getValue()));
            }
        }
        return labels;
    }

    private String text(JsonNode node) throws BodyRefused {
        if (!node.isString()) {
            throw BodyRefused.unreadable(body, "json: cannot read " + node.getNodeType() + " as a string");
        }
        return node.stringValue();
    }
}
