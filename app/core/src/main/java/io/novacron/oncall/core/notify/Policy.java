package io.novacron.oncall.core.notify;

import io.novacron.oncall.core.alert.Alert;
import io.novacron.oncall.core.alert.Severity;
import io.novacron.oncall.core.settings.NotifySettings;
import io.novacron.oncall.core.settings.NotifySettings.Filter;
import io.novacron.oncall.core.silence.MatcherSyntaxException;
import io.novacron.oncall.core.silence.Matching;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the settings say of one alert. */
final class Policy {

    private record Rule(Matching matching, Set<Severity> severities, Optional<Tone> tone) {}

    private final NotifySettings settings;
    private final List<Rule> rules = new ArrayList<>();

    /** @throws IllegalArgumentException where a filter holds a pattern that RE2 refuses; the settings were not checked then */
    Policy(NotifySettings settings) {
        this.settings = settings;
        for (Filter filter : settings.filters()) {
            try {
                Set<Severity> severities = filter.severities().isEmpty() ? settings.severities() : filter.severities();
                rules.add(new Rule(Matching.of(filter.match()), severities, filter.tone()));
            } catch (MatcherSyntaxException e) {
                throw new IllegalArgumentException(e);
            }
        }
    }

    /** Whether it is worth a notice at all, whatever the hour. */
    boolean worth(Alert alert) {
        return rules.isEmpty()
                ? settings.severities().contains(alert.severity())
                : rule(alert)
                        .map(rule -> rule.severities().contains(alert.severity()))
                        .orElse(false);
    }

    Tone tone(Alert alert) {
        return rule(alert).flatMap(Rule::tone).orElseGet(() -> tone(alert.severity()));
    }

    Tone tone(Severity severity) {
        return settings.sound().getOrDefault(severity, Tone.NONE);
    }

    /** Why nothing is shown on the desktop now; empty where it is. The highest severity rings at any hour. */
    String held(Severity severity, Instant now) {
        return severity == Severity.S1 ? heldAlways() : heldAtHour(now);
    }

    /** The same for what rings at any hour. */
    String heldAlways() {
        return settings.enabled() ? "" : "notifications are switched off";
    }

    String group(Alert alert) {
        StringBuilder group = new StringBuilder();
        settings.groupBy()
                .forEach(name -> group.append(alert.labels().get(name)).append('\u0000'));
        return group.toString();
    }

    NotifySettings settings() {
        return settings;
    }

    private String heldAtHour(Instant now) {
        return !settings.enabled()
                ? heldAlways()
                : settings.quiet()
                        .filter(hours -> hours.contains(now))
                        .map(hours -> "quiet hours " + hours.words())
                        .orElse("");
    }

    private Optional<Rule> rule(Alert alert) {
        return rules.stream()
                .filter(rule -> rule.matching().matches(alert.labels()))
                .findFirst();
    }
}
