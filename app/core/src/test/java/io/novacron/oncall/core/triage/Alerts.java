package io.novacron.oncall.core.triage;

import io.novacron.oncall.core.alert.Ack;
import io.novacron.oncall.core.alert.AckTerm;
import io.novacron.oncall.core.alert.Alert;
import io.novacron.oncall.core.alert.AlertBoard;
import io.novacron.oncall.core.alert.AlertKey;
import io.novacron.oncall.core.alert.AlertState;
import io.novacron.oncall.core.alert.Labels;
import io.novacron.oncall.core.alert.SeverityMap;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Alerts for tests, each ten minutes old unless it says otherwise. */
record Alerts(
        Labels labels,
        Map<String, String> annotations,
        AlertState state,
        Duration age,
        String cluster,
        List<String> receivers,
        @Nullable Ack ack) {

    static final Instant NOW = Instant.parse("2026-11-22T22:00:00Z");
    static final Scene SCENE = new Scene(NOW, Categories.DEFAULT, AlertBoard.EMPTY);

    /** With labels as name, value, name, value. */
    static Alerts with(String... labels) {
        TreeMap<String, String> map = new TreeMap<>();
        for (int i = 0; i < labels.length; i += 2) {
            map.put(labels[i], labels[i + 1]);
        }
        return new Alerts(
                Labels.of(map), Map.of(), AlertState.FIRING, Duration.ofMinutes(10), "eu", List.of("team"), null);
    }

    Alerts says(String summary) {
        return new Alerts(labels, Map.of("summary", summary), state, age, cluster, receivers, ack);
    }

    Alerts is(AlertState other) {
        return new Alerts(labels, annotations, other, age, cluster, receivers, ack);
    }

    Alerts aged(Duration other) {
        return new Alerts(labels, annotations, state, other, cluster, receivers, ack);
    }

    Alerts in(String other) {
        return new Alerts(labels, annotations, state, age, other, receivers, ack);
    }

    Alerts toldTo(String... others) {
        return new Alerts(labels, annotations, state, age, cluster, List.of(others), ack);
    }

    Alerts ackedBy(String... owners) {
        Ack made = new Ack(List.of(owners), NOW, NOW.plusSeconds(900), "on it", "id", false, AckTerm.NONE);
        return new Alerts(labels, annotations, AlertState.ACKNOWLEDGED, age, cluster, receivers, made);
    }

    Alert alert() {
        return new Alert(
                new AlertKey(cluster, labels.fingerprint()),
                labels,
                annotations,
                SeverityMap.DEFAULT.of(labels),
                NOW.minus(age),
                state,
                ack == null ? List.of() : List.of(ack.silenceId()),
                List.of(),
                List.of(),
                receivers,
                List.of(cluster + "/a:9093"),
                ack,
                null,
                "");
    }
}
