package io.novacron.oncall.core.metric;

import io.novacron.oncall.core.alert.Labels;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a Prometheus does to an alert before Alertmanager gets it: external labels are added where the alert has none of that
 * name, then {@code alert_relabel_configs} are applied, then those of each group of Alertmanagers.
 *
 * @param targets the steps of each group under {@code alerting.alertmanagers}; empty where it sends to nobody
 */
public record AlertSending(Labels externalLabels, List<Relabel> relabels, List<List<Relabel>> targets) {

    public AlertSending {
        relabels = List.copyOf(relabels);
        targets = targets.stream().map(List::copyOf).toList();
    }

    /** The labels as which it arrives, one set for each way; none where it is dropped or sent to nobody. */
    public Set<Labels> sent(Labels alert) {
        Set<Labels> arrived = new LinkedHashSet<>();
        relabelled(alert)
                .ifPresent(common ->
                        targets.forEach(steps -> Relabel.all(steps, common).ifPresent(arrived::add)));
        return arrived;
    }

    private Optional<Labels> relabelled(Labels alert) {
        Map<String, String> labels = new TreeMap<>(externalLabels.byName());
        alert.byName().forEach((name, value) -> {
            if (!value.isEmpty()) {
                labels.put(name, value);
            }
        });
        return Relabel.all(relabels, Labels.of(labels));
    }
}
