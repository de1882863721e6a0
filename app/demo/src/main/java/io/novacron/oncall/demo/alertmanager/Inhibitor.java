package io.novacron.oncall.demo.alertmanager;

import io.novacron.oncall.core.alert.Labels;
import io.novacron.oncall.core.routing.InhibitRule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which alerts keep others quiet, indexed by the values of the labels that must be equal, so that a question costs as much
 * with 50 000 alerts as with ten. One thread at a time.
 */
final class Inhibitor {

    /** The sources of one rule that share their equal labels; those that match the target side as well stand apart (I1). */
    private static final class Sources {
        private final Map<Subject, HeldAlert> plain = new LinkedHashMap<>();
        private final Map<Subject, HeldAlert> twoSided = new LinkedHashMap<>();
    }

    private final List<InhibitRule> rules;
    private final List<Map<List<String>, Sources>> sources = new ArrayList<>();

    Inhibitor(List<InhibitRule> rules) {
        this.rules = rules;
        for (int i = 0; i < rules.size(); i++) {
            sources.add(new HashMap<>());
        }
    }

    void add(HeldAlert alert) {
        Subject subject = alert.subject();
        for (int rule : subject.sourceOf()) {
            Sources among = sources.get(rule).computeIfAbsent(equal(rule, subject.labels()), _ -> new Sources());
            (subject.targetOf().contains(rule) ? among.twoSided : among.plain).put(subject, alert);
        }
    }

    /** One alert that keeps this one quiet, by the first rule that finds one; null where none does (alerts guide S11). */
    @Nullable
    Subject inhibitorOf(Subject subject, Instant now) {
        for (int rule : subject.targetOf()) {
            Map<List<String>, Sources> index = sources.get(rule);
            Sources among = index.isEmpty() ? null : index.get(equal(rule, subject.labels()));
            if (among != null) {
                Subject found = firing(among.plain, now);
                if (found == null && !subject.sourceOf().contains(rule)) {
                    found = firing(among.twoSided, now);
                }
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    /** Forgets sources that have resolved; one that fires again is added again. */
    void collect(Instant now) {
        for (Map<List<String>, Sources> index : sources) {
            for (Sources among : index.values()) {
                among.plain.values().removeIf(alert -> alert.resolved(now));
                among.twoSided.values().removeIf(alert -> alert.resolved(now));
            }
            index.values().removeIf(among -> among.plain.isEmpty() && among.twoSided.isEmpty());
        }
    }

    private static @Nullable Subject firing(Map<Subject, HeldAlert> among, Instant now) {
        Iterator<HeldAlert> alerts = among.values().iterator();
        while (alerts.hasNext()) {
            HeldAlert alert = alerts.next();
            if (!alert.resolved(now)) {
                return alert.subject();
            }
            // else every question until the next collection would pass by it again
            alerts.remove();
        }
        return null;
    }

    private List<String> equal(int rule, Labels labels) {
        List<String> names = rules.get(rule).equal();
        List<String> values = new ArrayList<>(names.size());
        for (String name : names) {
            values.add(labels.get(name));
        }
        return values;
    }
}
