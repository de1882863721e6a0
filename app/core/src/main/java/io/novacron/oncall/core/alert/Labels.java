package io.novacron.oncall.core.alert;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Labels of an alert or a series, sorted by name. A label that is missing equals the empty string. Tens of thousands of them
 * are compared and grouped per query, so they are two flat arrays that know their hash.
 */
public final class Labels implements Comparable<Labels> {

    public static final Labels NONE = new Labels(new TreeMap<>());

    private final String[] names;
    private final String[] values;
    private final int hash;
    private @Nullable SortedMap<String, String> byName;

    public Labels(SortedMap<String, String> byName) {
        this(byName.keySet().toArray(String[]::new), byName.values().toArray(String[]::new));
    }

    private Labels(String[] names, String[] values) {
        this.names = names;
        this.values = values;
        this.hash = 31 * Arrays.hashCode(names) + Arrays.hashCode(values);
    }

    public static Labels of(Map<String, String> labels) {
        String[] names = labels.keySet().toArray(String[]::new);
        Arrays.sort(names);
        String[] values = new String[names.length];
        for (int i = 0; i < names.length; i++) {
            values[i] = labels.getOrDefault(names[i], "");
        }
        return new Labels(names, values);
    }

    /** Unmodifiable, in order of name. */
    public SortedMap<String, String> byName() {
        SortedMap<String, String> map = byName;
        if (map == null) {
            TreeMap<String, String> filled = new TreeMap<>();
            for (int i = 0; i < names.length; i++) {
                filled.put(names[i], values[i]);
            }
            map = Collections.unmodifiableSortedMap(filled);
            byName = map;
        }
        return map;
    }

    /** The value, empty where the label is missing. */
    public String get(String name) {
        int at = Arrays.binarySearch(names, name);
        return at < 0 ? "" : values[at];
    }

    public boolean has(String name) {
        return Arrays.binarySearch(names, name) >= 0;
    }

    public int size() {
        return names.length;
    }

    /** In order; for those who look at the labels of very many alerts, for whom {@link #byName} is too heavy. */
    public String name(int index) {
        return names[index];
    }

    /** The value that belongs to {@link #name}. */
    public String value(int index) {
        return values[index];
    }

    /** Only the labels with one of these names. */
    public Labels only(Set<String> kept) {
        return filtered(kept, true);
    }

    public Labels without(Set<String> dropped) {
        return filtered(dropped, false);
    }

    /** With one label set; an empty value takes it away. */
    public Labels with(String name, String value) {
        int at = Arrays.binarySearch(names, name);
        if (value.isEmpty()) {
            return at < 0 ? this : without(Set.of(name));
        }
        return at < 0
                ? new Labels(inserted(names, -at - 1, name), inserted(values, -at - 1, value))
                : new Labels(names, replaced(values, at, value));
    }

    /**
     * Alertmanager's fingerprint: 64-bit FNV-1a over sorted name, 0xFF, value, 0xFF, as 16 hex digits (alerts guide A6;
     * equal on all members).
     */
    public String fingerprint() {
        long sum = 0xcbf29ce484222325L;
        for (int i = 0; i < names.length; i++) {
            sum = separator(add(sum, names[i]));
            sum = separator(add(sum, values[i]));
        }
        return String.format("%016x", sum);
    }

    /** By name and value of each label in turn; of two that are equal so far the shorter is first. */
    @Override
    public int compareTo(Labels other) {
        int common = Math.min(names.length, other.names.length);
        for (int i = 0; i < common; i++) {
            int order = names[i].compareTo(other.names[i]);
            if (order == 0) {
                order = values[i].compareTo(other.values[i]);
            }
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(names.length, other.names.length);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Labels that
                && hash == that.hash
                && Arrays.equals(names, that.names)
                && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public String toString() {
        return byName().toString();
    }

    private Labels filtered(Set<String> chosen, boolean keep) {
        String[] someNames = new String[names.length];
        String[] someValues = new String[names.length];
        int size = 0;
        for (int i = 0; i < names.length; i++) {
            if (chosen.contains(names[i]) == keep) {
                someNames[size] = names[i];
                someValues[size++] = values[i];
            }
        }
        return size == names.length
                ? this
                : new Labels(Arrays.copyOf(someNames, size), Arrays.copyOf(someValues, size));
    }

    private static String[] inserted(String[] texts, int at, String text) {
        String[] more = new String[texts.length + 1];
        System.arraycopy(texts, 0, more, 0, at);
        more[at] = text;
        System.arraycopy(texts, at, more, at + 1, texts.length - at);
        return more;
    }

    private static String[] replaced(String[] texts, int at, String text) {
        String[] changed = texts.clone();
        changed[at] = text;
        return changed;
    }

    private static long add(long hash, String text) {
        long sum = hash;
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            sum = (sum ^ (b & 0xff)) * 0x100000001b3L;
        }
        return sum;
    }

    private static long separator(long hash) {
        return (hash ^ 0xff) * 0x100000001b3L;
    }
}
