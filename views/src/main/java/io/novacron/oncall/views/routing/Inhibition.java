package io.novacron.oncall.views.routing;

import io.novacron.oncall.core.alert.Alert;
import io.novacron.oncall.core.alert.AlertBoard;
import io.novacron.oncall.core.alert.AlertKey;
import io.novacron.oncall.core.routing.InhibitRule;
import io.novacron.oncall.core.routing.Routing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What inhibition has to do with one alert (alerts guide I1, I2, S11).
///
/// @param by       those whom Alertmanager names as keeping it quiet; others may exist
/// @param quieting how many alerts it keeps quiet, as far as Alertmanager names it
record Inhibition(List<By> by, int quieting) {
    /// One inhibitor.
    ///
    /// @param alert empty where it is not listed
    /// @param rule  the first rule by which it may inhibit; empty where none does, or the alert is not listed
    record By(String fingerprint, Optional<Alert> alert, Optional<InhibitRule> rule) {}

    static Inhibition of(Alert alert, AlertBoard board, Routing routing) {
        List<By> by = new ArrayList<>();
        for (String fingerprint : alert.inhibitedBy()) {
            Optional<Alert> inhibitor =
                    Optional.ofNullable(board.alert(new AlertKey(alert.key().cluster(), fingerprint)));
            Optional<InhibitRule> rule = inhibitor.flatMap(source -> routing.inhibitRules().stream()
                    .filter(one -> one.inhibits(source.labels(), alert.labels()))
                    .findFirst());
            by.add(new By(fingerprint, inhibitor, rule));
        }
        int quieting = (int) board.alerts().stream()
                .filter(other -> other.key().cluster().equals(alert.key().cluster())
                        && other.inhibitedBy().contains(alert.key().fingerprint()))
                .count();
        return new Inhibition(by, quieting);
    }
}
