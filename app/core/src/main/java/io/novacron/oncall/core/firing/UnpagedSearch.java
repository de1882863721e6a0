package io.novacron.oncall.core.firing;

import io.novacron.oncall.core.alert.AlertBoard;
import io.novacron.oncall.core.alert.Labels;
import io.novacron.oncall.core.metric.AlertSending;
import io.novacron.oncall.core.metric.MetricAnswer;
import io.novacron.oncall.core.metric.Rule;
import io.novacron.oncall.core.metric.RuleAlert;
import io.novacron.oncall.core.source.Fetched;
import io.novacron.oncall.core.source.SourceError;
import io.novacron.oncall.core.source.SourceKind;
import io.novacron.oncall.core.source.SourceState;
import io.novacron.oncall.core.source.SourceStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Looks for alerts that fire in Prometheus for a while and that no Alertmanager has: nobody is paged for them. */
public final class UnpagedSearch {

    /** Prometheus sends each minute, and polls of both are apart. */
    static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final Set<SourceState> SILENT =
            EnumSet.of(SourceState.UNTRUSTED, SourceState.DENIED, SourceState.UNREACHABLE, SourceState.STALE);

    private final Set<Labels> held = new HashSet<>();
    private final List<SourceStatus> statuses;
    private final String doubt;
    private final Instant now;

    /** @param statuses of all sources; an Alertmanager that does not answer may well have the alert */
    public UnpagedSearch(AlertBoard board, List<SourceStatus> statuses, Instant now) {
        board.alerts().forEach(alert -> held.add(alert.labels()));
        this.statuses = List.copyOf(statuses);
        this.now = now;
        List<SourceStatus> alertmanagers = statuses.stream()
                .filter(status -> status.kind() == SourceKind.ALERTMANAGER)
                .toList();
        doubt = alertmanagers.isEmpty()
                ? "cannot tell: no Alertmanager is configured here"
                : alertmanagers.stream()
                        .filter(UnpagedSearch::silent)
                        .findFirst()
                        .map(UnpagedSearch::cannotTell)
                        .orElse("");
    }

    /** Its last word may be old: what it says now is not known. */
    private static boolean silent(SourceStatus status) {
        return status.states().stream().anyMatch(SILENT::contains);
    }

    private static String cannotTell(SourceStatus status) {
        return "cannot tell: " + status.name() + " is " + status.state().name().replace('_', ' ');
    }

    /** Those of one Prometheus; what its own relabelling drops is meant to stay quiet and not among them. */
    public List<Unpaged> of(String source, MetricAnswer answer, Fetched<List<AlertSending>> sendings) {
        String own = statuses.stream()
                .filter(status -> status.name().equals(source) && silent(status))
                .findFirst()
                .map(UnpagedSearch::cannotTell)
                .orElse(doubt);
        Map<String, Duration> holds = holds(answer.rules());
        List<Unpaged> found = new ArrayList<>();
        for (RuleAlert alert : answer.alerts()) {
            Duration hold = holds.getOrDefault(alert.labels().get("alertname"), Duration.ZERO);
            boolean firing = alert.state().equals("firing")
                    && alert.activeAt().plus(hold).plus(PATIENCE).isBefore(now);
            if (!firing) {
                continue;
            }
            switch (sendings) {
                case Fetched.Failure<List<AlertSending>>(SourceError error) -> {
                    if (!held.contains(alert.labels())) {
                        found.add(new Unpaged(
                                alert.labels(),
                                alert.activeAt(),
                                source,
                                false,
                                "cannot tell how it would arrive: " + error.sentence()));
                    }
                }
                case Fetched.Answer<List<AlertSending>>(List<AlertSending> ways, var contact) ->
                    look(source, own, alert, ways, found);
            }
        }
        found.sort(Comparator.comparing(Unpaged::activeAt).thenComparing(Unpaged::labels));
        return found;
    }

    private void look(String source, String own, RuleAlert alert, List<AlertSending> ways, List<Unpaged> found) {
        if (ways.stream().allMatch(way -> way.targets().isEmpty())) {
            found.add(new Unpaged(
                    alert.labels(), alert.activeAt(), source, true, source + " sends its alerts to no Alertmanager"));
            return;
        }
        Set<Labels> arrived = new HashSet<>();
        ways.forEach(way -> arrived.addAll(way.sent(alert.labels())));
        if (!arrived.isEmpty() && arrived.stream().noneMatch(held::contains)) {
            found.add(new Unpaged(
                    alert.labels(),
                    alert.activeAt(),
                    source,
                    own.isEmpty(),
                    own.isEmpty() ? "no Alertmanager has it" : own));
        }
    }

    /** The longest {@code for} of the rules of each name: the alert tells when its expression began to hold, not when it fired. */
    private static Map<String, Duration> holds(List<Rule> rules) {
        Map<String, Duration> holds = new HashMap<>();
        for (Rule rule : rules) {
            holds.merge(rule.name(), rule.holdFor(), (a, b) -> a.compareTo(b) > 0 ? a : b);
        }
        return holds;
    }
}
