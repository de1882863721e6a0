package io.novacron.oncall.demo.prometheus;

import io.novacron.oncall.core.alert.Labels;
import io.novacron.oncall.demo.alertmanager.PostedAlert;
import io.novacron.oncall.demo.rule.ActiveAlert;
import io.novacron.oncall.demo.rule.DueAlert;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** Makes of an alert what goes to Alertmanager: external labels on it, and what tells the replicas apart dropped. */
record Outbox(String externalUrl, Labels externalLabels) {

    /** Dropped by {@code alert_relabel_configs}, so that the alerts of both replicas are one. */
    static final String REPLICA = "replica";

    PostedAlert posted(DueAlert due) {
        ActiveAlert alert = due.alert();
        Map<String, String> labels = new TreeMap<>(externalLabels.byName());
        labels.putAll(alert.labels().byName());
        labels.remove(REPLICA);
        return new PostedAlert(
                Labels.of(labels),
                alert.annotations(),
                alert.firedAt(),
                alert.resolvedAt() == null ? alert.validUntil() : alert.resolvedAt(),
                externalUrl + "/graph?g0.expr=" + escaped(due.rule().query()) + "&g0.tab=1");
    }

    /** As Go escapes a query. */
    private static String escaped(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("*", "%2A")
                .replace("%7E", "~");
    }
}
