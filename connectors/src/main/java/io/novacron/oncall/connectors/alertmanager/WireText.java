package io.novacron.oncall.connectors.alertmanager;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Texts, lists and maps of the wire without the nulls that hostile or later servers may put into them. */
final class WireText {

    private WireText() {}

    static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    static List<String> present(@Nullable List<@Nullable String> texts) {
        return texts == null
                ? List.of()
                : texts.stream()
                        .filter(Objects::nonNull)
                        .map(Objects::requireNonNull)
                        .toList();
    }

    static Map<String, String> map(@Nullable Map<String, @Nullable String> map) {
        Map<String, String> copy = new HashMap<>();
        if (map != null) {
            map.forEach((name, value) -> copy.put(name, orEmpty(value)));
        }
        return copy;
    }

    /** Names of receivers in the order of the wire, without those that have none. */
    static List<String> names(@Nullable List<? extends Wire.@Nullable Receiver> receivers) {
        List<String> names = new ArrayList<>();
        if (receivers != null) {
            for (Wire.Receiver receiver : receivers) {
                if (receiver != null && receiver.name() != null) {
                    names.add(receiver.name());
                }
            }
        }
        return names;
    }
}
