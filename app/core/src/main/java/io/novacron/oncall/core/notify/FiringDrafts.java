package io.novacron.oncall.core.notify;

import io.novacron.oncall.core.alert.Alert;
import io.novacron.oncall.core.alert.AlertBoard;
import io.novacron.oncall.core.alert.AlertKey;
import io.novacron.oncall.core.alert.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Drafts of notices about alerts that began to fire: by group, or by cluster where they fired before the console came. */
final class FiringDrafts {

    private final Policy policy;
    private final SeenAlerts seen;
    private final Duration flapping;
    private Waiting waiting = new Waiting(-1, 0, Instant.MAX, Instant.MIN, Map.of(), List.of());

    /**
     * What waits to be told. In a storm that is thousands of alerts, asked for each second, so it is sorted out again only
     * where that can come out differently.
     *
     * @param version of what is known of the alerts
     * @param met how many clusters were heard before
     * @param from the moment it was sorted out for
     * @param until when the first of those held back for flapping may speak
     */
    private record Waiting(
            long version,
            int met,
            Instant from,
            Instant until,
            Map<String, List<Alert>> topics,
            List<Twins.Pair> followers) {
        boolean holds(long newVersion, int newMet, Instant now) {
            return version == newVersion && met == newMet && !now.isBefore(from) && now.isBefore(until);
        }
    }

    FiringDrafts(Policy policy, SeenAlerts seen, Duration flapping) {
        this.policy = policy;
        this.seen = seen;
        this.flapping = flapping;
    }

    /**
     * One draft a group that may speak now, worst first.
     *
     * @param met clusters that were heard before this moment
     */
    List<Draft> of(AlertBoard board, Instant now, Set<String> met, Budget budget) {
        if (!waiting.holds(seen.version(), met.size(), now)) {
            waiting = waiting(board, now, met);
        }
        List<Draft> drafts = new ArrayList<>();
        waiting.topics().forEach((topic, alerts) -> {
            Severity worst = alerts.getFirst().severity();
            if (budget.allows(topic, worst)) {
                drafts.add(topic.startsWith("group ") ? group(topic, alerts, now) : backlog(topic, alerts, now));
            }
        });
        drafts.sort(Comparator.comparing(Draft::severity));
        return drafts;
    }

    /** Alerts whose twin in another cluster speaks for them, as of the last call of {@link #of}. */
    List<Twins.Pair> followers() {
        return waiting.followers();
    }

    /** One draft that stands for these. */
    static Draft merged(List<Draft> drafts) {
        if (drafts.size() == 1) {
            return drafts.getFirst();
        }
        List<Alert> alerts = new ArrayList<>();
        drafts.forEach(draft -> alerts.addAll(draft.alerts()));
        Draft worst = drafts.getFirst();
        return new Draft(
                Notice.Kind.FIRING,
                "overflow",
                worst.severity(),
                alerts,
                Wording.groups(
                        worst.severity(), drafts.stream().map(Draft::alerts).toList()),
                Wording.body(List.of(
                        Wording.alerts(alerts.size()) + " in " + drafts.size() + " groups",
                        Wording.clusters(alerts),
                        Wording.severities(alerts))),
                drafts.stream().map(Draft::tone).max(Comparator.naturalOrder()).orElse(Tone.NONE),
                "");
    }

    static Tone loudest(List<Alert> alerts, Policy policy) {
        return alerts.stream().map(policy::tone).max(Comparator.naturalOrder()).orElse(Tone.NONE);
    }

    private Waiting waiting(AlertBoard board, Instant now, Set<String> met) {
        List<Alert> fresh = new ArrayList<>();
        Instant until = Instant.MAX;
        for (Alert alert : seen.undecided()) {
            SeenFiring known = seen.of(alert);
            Instant rung = known.rungAt();
            if (!flaps(known, now)) {
                fresh.add(alert);
            } else if (rung != null && rung.plus(flapping).isBefore(until)) {
                until = rung.plus(flapping);
            }
        }
        Twins twins =
                Twins.among(fresh, board.alerts(), this::told, policy.settings().clusterLabels());
        Map<String, List<Alert>> topics = new LinkedHashMap<>();
        for (Alert alert : twins.own()) {
            String cluster = alert.key().cluster();
            String topic = met.contains(cluster) ? "group " + policy.group(alert) : "backlog " + cluster;
            topics.computeIfAbsent(topic, name -> new ArrayList<>()).add(alert);
        }
        return new Waiting(seen.version(), met.size(), now, until, topics, twins.shared());
    }

    private boolean flaps(SeenFiring known, Instant now) {
        Instant rung = known.rungAt();
        return rung != null && Duration.between(rung, now).abs().compareTo(flapping) < 0;
    }

    private boolean told(Alert alert) {
        SeenFiring known = seen.known(alert.key());
        return known != null && known.decided() && known.rungAt() != null;
    }

    private Draft group(String topic, List<Alert> alerts, Instant now) {
        List<Alert> everywhere = withFollowers(alerts);
        Severity worst = alerts.getFirst().severity();
        String held = policy.held(worst, now);
        return new Draft(
                Notice.Kind.FIRING,
                topic,
                worst,
                alerts,
                Wording.group(worst, alerts),
                Wording.body(
                        List.of(alerts.getFirst().summary(), Wording.clusters(everywhere), Wording.severities(alerts))),
                loudest(alerts, policy),
                held);
    }

    private Draft backlog(String topic, List<Alert> alerts, Instant now) {
        Alert worst = alerts.getFirst();
        return new Draft(
                Notice.Kind.BACKLOG,
                topic,
                worst.severity(),
                alerts,
                Wording.backlog(worst, alerts.size() - 1),
                Wording.body(List.of(
                        Wording.alerts(alerts.size()) + " in " + worst.key().cluster(),
                        Wording.severities(alerts),
                        worst.summary())),
                loudest(alerts, policy),
                policy.held(worst.severity(), now));
    }

    private List<Alert> withFollowers(List<Alert> alerts) {
        Set<AlertKey> keys = alerts.stream().map(Alert::key).collect(Collectors.toSet());
        List<Alert> all = new ArrayList<>(alerts);
        waiting.followers().stream()
                .filter(pair -> keys.contains(pair.voice().key()))
                .map(Twins.Pair::alert)
                .forEach(all::add);
        return all;
    }
}
