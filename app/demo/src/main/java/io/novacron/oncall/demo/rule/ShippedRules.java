package io.novacron.oncall.demo.rule;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The rule files that come with the estate; every Prometheus of it has them all. */
public final class ShippedRules {

    private static final List<String> FILES = List.of(
            "capacity.yml",
            "critical.yml",
            "migration.yml",
            "monitoring.yml",
            "recording.yml",
            "security.yml",
            "sla.yml",
            "streams.yml",
            "warning.yml");
    private static final String FOLDER = "rules/";

    private ShippedRules() {}

    /**
     * Their groups, in the order of the files.
     *
     * @param interval of groups that name none
     */
    public static List<RuleGroup> groups(Duration interval) {
        List<RuleGroup> groups = new ArrayList<>();
        for (String file : FILES) {
            groups.addAll(RuleFile.parse(FOLDER + file, text(file), interval));
        }
        return List.copyOf(groups);
    }

    private static String text(String file) {
        try (InputStream in = ShippedRules.class.getResourceAsStream("/io/novacron/oncall/demo/" + FOLDER + file)) {
            if (in == null) {
                throw new RuleSyntaxException(FOLDER + file + " is not in this build; build it anew.");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
