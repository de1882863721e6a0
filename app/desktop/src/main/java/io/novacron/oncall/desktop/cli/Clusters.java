package io.novacron.oncall.desktop.cli;

import io.novacron.oncall.core.alert.AckRecord;
import io.novacron.oncall.core.alert.AlertBoard;
import io.novacron.oncall.core.alert.AlertKey;
import io.novacron.oncall.core.alert.ClusterAnswer;
import io.novacron.oncall.core.alert.ClusterSilence;
import io.novacron.oncall.core.silence.Silence;
import io.novacron.oncall.core.source.AlertSource;
import io.novacron.oncall.core.source.Fetched;
import io.novacron.oncall.core.source.SourceError;
import io.novacron.oncall.core.source.SourceKind;
import io.novacron.oncall.core.text.Visible;
import io.novacron.oncall.desktop.Composition;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * All Alertmanager clusters as they are now; other kinds of source are not asked.
 *
 * @param failures one sentence for each cluster that did not answer
 */
record Clusters(List<String> names, AlertBoard board, List<String> failures) {

    static Clusters read(Composition parts) throws Stop, InterruptedException {
        List<AlertSource> sources =
                Choice.some(SourceKind.ALERTMANAGER, parts.sources().alerts());
        List<Fetched<ClusterAnswer>> fetched = parts.fanout()
                .all(sources.stream()
                        .map(source -> (Callable<Fetched<ClusterAnswer>>) source::poll)
                        .toList());
        List<ClusterAnswer> answers = new ArrayList<>();
        List<String> failures = new ArrayList<>();
        for (int i = 0; i < sources.size(); i++) {
            switch (fetched.get(i)) {
                case Fetched.Answer<ClusterAnswer> answer -> {
                    answers.add(answer.value());
                    parts.actions().silent(answer.value().silent().keySet());
                }
                case Fetched.Failure<ClusterAnswer>(SourceError error) ->
                    failures.add(sources.get(i).name() + ": " + error.sentence());
            }
        }
        return new Clusters(
                sources.stream().map(AlertSource::cluster).toList(),
                AlertBoard.of(answers, parts.settings().desk().alerts().severities()),
                failures);
    }

    void tell(Console console) {
        failures.forEach(console::message);
    }

    int exit() {
        return failures.isEmpty() ? Exit.DONE : Exit.SOURCE;
    }

    /** The one firing with this fingerprint. */
    AlertKey firing(String text, @Nullable String cluster) throws Stop {
        String fingerprint = Texts.fingerprint(text);
        Set<String> holders = board.withFingerprint(fingerprint).stream()
                .map(alert -> alert.key().cluster())
                .collect(Collectors.toCollection(TreeSet::new));
        return only(fingerprint, holders, cluster, "no alert " + fingerprint + " fires");
    }

    /** The one firing with this fingerprint, or what an active acknowledgement still names. */
    AlertKey acknowledged(String text, @Nullable String cluster) throws Stop {
        String fingerprint = Texts.fingerprint(text);
        Set<String> holders = new TreeSet<>();
        board.withFingerprint(fingerprint)
                .forEach(alert -> holders.add(alert.key().cluster()));
        for (ClusterSilence merged : board.silences()) {
            AckRecord ack = merged.silence().active() ? AckRecord.read(merged.silence()) : null;
            if (ack != null && ack.keys().containsKey(fingerprint)) {
                holders.add(merged.cluster());
            }
        }
        return only(
                fingerprint, holders, cluster, "no alert " + fingerprint + " fires and no acknowledgement names it");
    }

    /** The silence with this id, expired ones included. */
    Silence silence(String id) throws Stop {
        for (ClusterSilence merged : board.silences()) {
            if (merged.silence().id().equals(id)) {
                return merged.silence();
            }
        }
        throw failures.isEmpty()
                ? new Stop(
                        Exit.NO, "no cluster has a silence " + Visible.line(id, 80) + "; oncall silence list shows all")
                : Stop.source(String.join("\n", failures));
    }

    /** The same name, if a cluster of this name is configured. */
    String named(String cluster) throws Stop {
        if (!names.contains(cluster)) {
            throw Stop.usage("no Alertmanager cluster \"" + Visible.line(cluster, 60) + "\" is configured; there is "
                    + String.join(", ", names));
        }
        return cluster;
    }

    private AlertKey only(String fingerprint, Set<String> holders, @Nullable String cluster, String missing)
            throws Stop {
        if (cluster != null) {
            holders.retainAll(Set.of(named(cluster)));
        }
        if (holders.isEmpty()) {
            String where = cluster == null ? "" : " in " + cluster;
            throw failures.isEmpty()
                    ? new Stop(Exit.NO, missing + where + "; oncall alerts lists what does")
                    : Stop.source(String.join("\n", failures));
        }
        if (holders.size() > 1) {
            throw Stop.usage("the alert " + fingerprint + " fires in several clusters: " + String.join(", ", holders)
                    + "; choose one with --cluster");
        }
        return new AlertKey(holders.iterator().next(), fingerprint);
    }
}
