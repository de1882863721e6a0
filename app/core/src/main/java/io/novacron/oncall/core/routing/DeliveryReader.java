package io.novacron.oncall.core.routing;

import io.novacron.oncall.core.metric.QueryResult;
import io.novacron.oncall.core.source.Fetched;
import io.novacron.oncall.core.source.SourceError;
import io.novacron.oncall.core.text.Visible;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Asks the Prometheus sources of a cluster what its Alertmanagers counted. Blocking. */
public final class DeliveryReader {

    /**
     * A Prometheus that watches Alertmanagers.
     *
     * @param query answers an instant query at the server's now
     */
    public record Watcher(String name, Function<String, Fetched<QueryResult>> query) {}

    private final Map<String, List<Watcher>> byCluster;

    /** @param byCluster the sources that watch a cluster's Alertmanagers, by the cluster's name in the configuration */
    public DeliveryReader(Map<String, List<Watcher>> byCluster) {
        this.byCluster = new LinkedHashMap<>(byCluster);
    }

    /** The counts of the first source that has any. */
    public DeliveryAnswer read(String cluster) {
        String why = "no Prometheus of " + Visible.line(cluster, 60) + " is configured";
        for (Watcher source : byCluster.getOrDefault(cluster, List.of())) {
            Fetched<DeliveryCounts> counts = read(source);
            switch (counts) {
                case Fetched.Answer<DeliveryCounts> answer -> {
                    if (!answer.value().sent().isEmpty()) {
                        return new DeliveryAnswer.Known(answer.value(), source.name());
                    }
                    why = source.name() + " has no metric of notifications";
                }
                case Fetched.Failure<DeliveryCounts>(SourceError error) -> {
                    String sentence = error.sentence();
                    why = source.name() + " does not say: "
                            + (sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence);
                }
            }
        }
        return new DeliveryAnswer.Unknown(why);
    }

    private static Fetched<DeliveryCounts> read(Watcher source) {
        Fetched<QueryResult> sent = source.query().apply(DeliveryCounts.SENT);
        return sent.flatMap(told -> source.query()
                .apply(DeliveryCounts.FAILED)
                .flatMap(failed -> source.query()
                        .apply(DeliveryCounts.FAILING)
                        .map(failing -> DeliveryCounts.of(told, failed, failing))));
    }
}
