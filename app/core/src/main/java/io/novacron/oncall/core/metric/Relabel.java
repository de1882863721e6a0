package io.novacron.oncall.core.metric;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.novacron.oncall.core.alert.Labels;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * One step of {@code relabel_configs}, as Prometheus takes it: the pattern is RE2 as {@code ^(?s:X)$} (alerts guide M2), a
 * label set to nothing goes away.
 *
 * @param modulus of {@link Action#HASHMOD} only
 */
public record Relabel(
        Action action,
        List<String> sourceLabels,
        String separator,
        Pattern pattern,
        long modulus,
        String targetLabel,
        String replacement) {

    /** What a step does. */
    public enum Action {
        REPLACE,
        KEEP,
        DROP,
        KEEPEQUAL,
        DROPEQUAL,
        HASHMOD,
        LABELMAP,
        LABELDROP,
        LABELKEEP,
        LOWERCASE,
        UPPERCASE;

        /** As it is written; Prometheus reads it in any case. */
        public static Optional<Action> of(String word) {
            for (Action action : values()) {
                if (action.name().equals(word.toUpperCase(Locale.ROOT))) {
                    return Optional.of(action);
                }
            }
            return Optional.empty();
        }
    }

    public Relabel {
        sourceLabels = List.copyOf(sourceLabels);
    }

    /**
     * Compiles a pattern of {@code relabel_configs}.
     *
     * @throws PatternSyntaxException where RE2 refuses it
     */
    public static Pattern pattern(String regex) {
        return Pattern.compile("^(?s:" + regex + ")$");
    }

    /** The labels after all steps; empty where a step drops them. */
    public static Optional<Labels> all(List<Relabel> steps, Labels labels) {
        Map<String, String> changed = new TreeMap<>(labels.byName());
        for (Relabel step : steps) {
            if (!step.apply(changed)) {
                return Optional.empty();
            }
        }
        changed.values().removeIf(String::isEmpty);
        return Optional.of(Labels.of(changed));
    }

    /** False if it drops them. */
    private boolean apply(Map<String, String> labels) {
        String value =
                sourceLabels.stream().map(name -> labels.getOrDefault(name, "")).collect(Collectors.joining(separator));
        switch (action) {
            case KEEP -> {
                return pattern.matcher(value).find();
            }
            case DROP -> {
                return !pattern.matcher(value).find();
            }
            case KEEPEQUAL -> {
                return labels.getOrDefault(targetLabel, "").equals(value);
            }
            case DROPEQUAL -> {
                return !labels.getOrDefault(targetLabel, "").equals(value);
            }
            case REPLACE -> replace(labels, value);
            case LOWERCASE -> set(labels, targetLabel, value.toLowerCase(Locale.ROOT));
            case UPPERCASE -> set(labels, targetLabel, value.toUpperCase(Locale.ROOT));
            case HASHMOD -> set(labels, targetLabel, hash(value));
            case LABELMAP -> map(labels);
            case LABELDROP ->
                labels.keySet().removeIf(name -> pattern.matcher(name).find());
            case LABELKEEP ->
                labels.keySet().removeIf(name -> !pattern.matcher(name).find());
        }
        return true;
    }

    private void replace(Map<String, String> labels, String value) {
        Matcher matcher = pattern.matcher(value);
        if (matcher.find()) {
            String target = GoExpansion.of(targetLabel, matcher);
            if (!target.isEmpty()) {
                set(labels, target, GoExpansion.of(replacement, matcher));
            }
        }
    }

    private void map(Map<String, String> labels) {
        for (Map.Entry<String, String> label : new TreeMap<>(labels).entrySet()) {
            Matcher matcher = pattern.matcher(label.getKey());
            if (matcher.find()) {
                set(labels, GoExpansion.of(replacement, matcher), label.getValue());
            }
        }
    }

    private static void set(Map<String, String> labels, String name, String value) {
        if (value.isEmpty()) {
            labels.remove(name);
        } else {
            labels.put(name, value);
        }
    }

    /** The last eight bytes of the MD5, without a sign. */
    private String hash(String value) {
        try {
            byte[] md5 = MessageDigest.getInstance("MD5").digest(value.getBytes(StandardCharsets.UTF_8));
            return Long.toString(Long.remainderUnsigned(ByteBuffer.wrap(md5).getLong(8), modulus));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
