package io.novacron.oncall.core.settings;

import java.util.Map;

/**
 * Which keys the operator wants otherwise (alerts guide §8: single keys can be turned off or remapped).
 *
 * @param single false where single characters shall do nothing, except those that {@code instead} gives
 * @param instead the key as the help card writes it to the one that does its work from now on; empty for none
 */
public record KeySettings(boolean single, Map<String, String> instead) {

    public static final KeySettings DEFAULT = new KeySettings(true, Map.of());

    public KeySettings {
        instead = Map.copyOf(instead);
    }
}
