package io.novacron.oncall.demo.rule;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/** The runbooks that come with the estate, one for each of its alerts. */
public final class ShippedRunbooks {

    private ShippedRunbooks() {}

    /** Markdown by the name of the alert. */
    public static Map<String, String> byAlert() {
        Map<String, String> all = new TreeMap<>();
        for (RuleGroup group : ShippedRules.groups(Duration.ofMinutes(1))) {
            for (Rule rule : group.rules()) {
                if (rule instanceof Rule.Alerting alert) {
                    all.computeIfAbsent(alert.name(), ShippedRunbooks::text);
                }
            }
        }
        return all;
    }

    private static String text(String name) {
        String file = "runbooks/" + name + ".md";
        try (InputStream in = ShippedRunbooks.class.getResourceAsStream("/io/novacron/oncall/demo/" + file)) {
            if (in == null) {
                throw new IllegalStateException(file + " is not in this build; build it anew");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
