package io.novacron.oncall.demo.elasticsearch;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The kinds of fields a mapping may declare here. */
enum FieldType {
    TEXT,
    KEYWORD,
    DATE,
    DATE_NANOS,
    LONG,
    FLOAT,
    DOUBLE,
    BOOLEAN;

    /** As mappings and capabilities name it. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<FieldType> named(String word) {
        return Arrays.stream(values()).filter(type -> type.word().equals(word)).findFirst();
    }

    /** Whether values can be counted and sorted by; a text has only words. */
    boolean aggregatable() {
        return this != TEXT;
    }

    boolean isDate() {
        return this == DATE || this == DATE_NANOS;
    }
}
