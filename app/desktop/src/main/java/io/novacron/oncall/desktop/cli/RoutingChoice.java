package io.novacron.oncall.desktop.cli;

import io.novacron.oncall.core.alert.ClusterAnswer;
import io.novacron.oncall.core.alert.MemberAnswer;
import io.novacron.oncall.core.routing.ConfigException;
import io.novacron.oncall.core.routing.Routing;
import io.novacron.oncall.core.source.AlertSource;
import io.novacron.oncall.core.source.Fetched;
import io.novacron.oncall.core.source.SourceError;
import io.novacron.oncall.core.source.SourceKind;
import io.novacron.oncall.core.text.Visible;
import io.novacron.oncall.desktop.Composition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The routing that is asked, out of those that the configured clusters run.
 *
 * @param remarks sentences for standard error
 * @param complete whether every member of every cluster that was asked has shown its configuration
 */
record RoutingChoice(Routing routing, List<String> remarks, boolean complete) {

    /** Clusters that all run one configuration are one answer; else one of them must be named. */
    static RoutingChoice ask(Composition parts, @Nullable String cluster) throws Stop, InterruptedException {
        List<AlertSource> sources =
                named(Choice.some(SourceKind.ALERTMANAGER, parts.sources().alerts()), cluster);
        List<Fetched<ClusterAnswer>> fetched = parts.fanout()
                .all(sources.stream()
                        .map(source -> (Callable<Fetched<ClusterAnswer>>) source::poll)
                        .toList());
        List<String> failures = new ArrayList<>();
        Map<String, List<String>> holders = new LinkedHashMap<>();
        for (int i = 0; i < sources.size(); i++) {
            switch (fetched.get(i)) {
                case Fetched.Answer<ClusterAnswer> answer -> note(answer.value(), holders, failures);
                case Fetched.Failure<ClusterAnswer>(SourceError error) ->
                    failures.add(sources.get(i).name() + ": " + error.sentence());
            }
        }
        if (holders.isEmpty()) {
            throw Stop.source(
                    failures.isEmpty()
                            ? "no Alertmanager shows its configuration; name a file with --config-file"
                            : String.join("\n", failures));
        }
        if (holders.size() > 1) {
            throw differ(holders, cluster);
        }
        try {
            Routing routing = Routing.of(holders.keySet().iterator().next());
            List<String> remarks = new ArrayList<>(failures);
            remarks.addAll(routing.notes());
            return new RoutingChoice(routing, remarks, failures.isEmpty());
        } catch (ConfigException e) {
            throw Stop.source(String.join(", ", holders.values().iterator().next()) + ": " + e.sentence());
        }
    }

    private static void note(ClusterAnswer answer, Map<String, List<String>> holders, List<String> failures) {
        for (MemberAnswer member : answer.members()) {
            String name = answer.cluster() + "/" + member.member();
            if (member.config().isEmpty()) {
                failures.add(name + " does not show its configuration");
            } else {
                holders.computeIfAbsent(member.config(), _ -> new ArrayList<>()).add(name);
            }
        }
        answer.silent().values().forEach(error -> failures.add(answer.cluster() + ": " + error.sentence()));
    }

    private static List<AlertSource> named(List<AlertSource> sources, @Nullable String cluster) throws Stop {
        List<AlertSource> chosen = sources.stream()
                .filter(source -> cluster == null || source.cluster().equals(cluster))
                .toList();
        if (chosen.isEmpty()) {
            throw Stop.usage("no Alertmanager cluster \"" + Visible.line(String.valueOf(cluster), 60)
                    + "\" is configured; there is "
                    + sources.stream().map(AlertSource::cluster).distinct().collect(Collectors.joining(", ")));
        }
        return chosen;
    }

    private static Stop differ(Map<String, List<String>> holders, @Nullable String cluster) {
        String groups =
                holders.values().stream().map(names -> String.join(", ", names)).collect(Collectors.joining("; "));
        return cluster == null
                ? Stop.usage("the Alertmanagers route differently: " + groups + "; choose a cluster with --cluster")
                : Stop.source("the members of " + cluster + " run different configurations: " + groups
                        + "; reload them, or name a file with --config-file");
    }
}
