package io.novacron.oncall.core.notify;

import io.novacron.oncall.core.alert.Alert;
import io.novacron.oncall.core.alert.Severity;
import io.novacron.oncall.core.text.Visible;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The words of notices, safe to show. Pure. */
final class Wording {

    private static final int TITLE = 120;
    private static final int BODY = 400;
    private static final int NAMED = 3;

    private Wording() {}

    static String title(String text) {
        return Visible.line(text, TITLE);
    }

    static String body(List<String> parts) {
        return Visible.line(
                String.join(
                        " · ", parts.stream().filter(part -> !part.isBlank()).toList()),
                BODY);
    }

    /** {@code S1 DiskFull} or {@code S1 DiskFull: 240 alerts}. */
    static String group(Severity worst, List<Alert> alerts) {
        String head = worst.mark() + " " + name(alerts.getFirst());
        return title(alerts.size() == 1 ? head : head + ": " + alerts(alerts.size()));
    }

    static String backlog(Alert worst, int more) {
        String rest = more > 0 ? " and " + more + " more" : "";
        return title(worst.severity().mark() + " " + name(worst) + rest + " fired before the console started");
    }

    /** Several names: {@code S1 DiskFull, LinkDown and 17 more groups}. */
    static String groups(Severity worst, List<List<Alert>> groups) {
        List<String> named = groups.stream()
                .limit(NAMED)
                .map(group -> name(group.getFirst()))
                .toList();
        int more = groups.size() - named.size();
        String rest = more > 0 ? " and " + more + " more" : "";
        return title(worst.mark() + " " + String.join(", ", named) + rest);
    }

    /** {@code 3 S1, 12 S3}; empty where all are of one severity. */
    static String severities(List<Alert> alerts) {
        Map<Severity, Integer> counts = new EnumMap<>(Severity.class);
        alerts.forEach(alert -> counts.merge(alert.severity(), 1, Integer::sum));
        List<String> parts = new ArrayList<>();
        counts.forEach((severity, count) -> parts.add(count + " " + severity.mark()));
        return counts.size() == 1 ? "" : String.join(", ", parts);
    }

    /** {@code eu-west} or {@code eu-west 200, us-east 40}. */
    static String clusters(List<Alert> alerts) {
        Map<String, Integer> counts = new TreeMap<>();
        alerts.forEach(alert -> counts.merge(alert.key().cluster(), 1, Integer::sum));
        List<String> parts = new ArrayList<>();
        counts.forEach((cluster, count) -> parts.add(alerts.size() == 1 ? cluster : cluster + " " + count));
        return counts.size() == 1 ? counts.keySet().iterator().next() : String.join(", ", parts);
    }

    static String names(List<Alert> alerts) {
        List<String> names = alerts.stream().map(Wording::name).distinct().toList();
        String rest = names.size() > NAMED ? " and " + (names.size() - NAMED) + " more" : "";
        return String.join(", ", names.stream().limit(NAMED).toList()) + rest;
    }

    static String name(Alert alert) {
        return alert.name().isEmpty() ? "alert " + alert.key().fingerprint() : alert.name();
    }

    static String alerts(int count) {
        return count == 1 ? "1 alert" : count + " alerts";
    }
}
