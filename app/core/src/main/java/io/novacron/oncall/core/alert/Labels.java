package io.novacron.oncall.core.alert;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Labels of an alert or a series, sorted by name. A label that is missing equals the empty string. */
public record Labels(SortedMap<String, String> byName) {

    public static final Labels NONE = new Labels(new TreeMap<>());

    public Labels {
        byName = Collections.unmodifiableSortedMap(new TreeMap<>(byName));
    }

    public static Labels of(Map<String, String> labels) {
        return new Labels(new TreeMap<>(labels));
    }

    /** The value, empty where the label is missing. */
    public String get(String name) {
        return byName.getOrDefault(name, "");
    }

    public boolean has(String name) {
        return byName.containsKey(name);
    }

    public int size() {
        return byName.size();
    }

    /**
     * Alertmanager's fingerprint: 64-bit FNV-1a over sorted name, 0xFF, value, 0xFF, as 16 hex digits (alerts guide A6;
     * equal on all members).
     */
    public String fingerprint() {
        long hash = 0xcbf29ce484222325L;
        for (Map.Entry<String, String> label : byName.entrySet()) {
            hash = separator(add(hash, label.getKey()));
            hash = separator(add(hash, label.getValue()));
        }
        return String.format("%016x", hash);
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

    @Override
    public String toString() {
        return byName.toString();
    }
}
