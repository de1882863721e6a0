package io.novacron.oncall.desktop.settings;

import com.google.re2j.Pattern;
import io.novacron.oncall.core.settings.KeySettings;
import io.novacron.oncall.core.text.Visible;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads {@code [keys]}: which keys do something else, or nothing. */
final class KeysReader {

    private static final List<String> KEYS = List.of("single", "instead");
    private static final Pattern KEY = Pattern.compile("\\S|Shift\\+[A-Z]|F(?:[1-9]|1[0-2])|Ctrl\\+[A-Z1-9]");

    private KeysReader() {}

    static KeySettings read(Optional<Block> written) {
        if (written.isEmpty()) {
            return KeySettings.DEFAULT;
        }
        Block block = written.get();
        block.allow(KEYS);
        Map<String, String> instead = new HashMap<>();
        block.block("instead").map(table -> table.named("[keys.instead]")).ifPresent(table -> read(table, instead));
        return new KeySettings(block.flag("single").orElse(true), instead);
    }

    private static void read(Block table, Map<String, String> instead) {
        Set<String> taken = new HashSet<>();
        for (String key : table.keys()) {
            Optional<String> wanted = table.text(key);
            if (wanted.isEmpty()) {
                continue;
            }
            String other = wanted.get();
            if (!KEY.matches(key)) {
                table.problem(
                        key,
                        "\"" + Visible.line(key, 40) + "\" in [keys.instead] is no key that can be changed; "
                                + "write a key as ? lists it, for example \"a\" or \"Shift+A\".");
            } else if (!other.isEmpty() && !KEY.matches(other)) {
                table.problem(
                        key,
                        "The key " + Visible.line(key, 40) + " of [keys.instead] cannot become \""
                                + Visible.line(other, 40)
                                + "\"; write one character, \"F6\" or \"Ctrl+E\", or \"\" for none.");
            } else if (!other.isEmpty() && !taken.add(other)) {
                table.problem(
                        key,
                        "[keys.instead] gives \"" + Visible.line(other, 40)
                                + "\" twice; one key can do one thing only.");
            } else {
                instead.put(letter(key), letter(other));
            }
        }
    }

    /** As it is typed: {@code Shift+A} types {@code A}. */
    private static String letter(String key) {
        return key.startsWith("Shift+") ? key.substring("Shift+".length()) : key;
    }
}
