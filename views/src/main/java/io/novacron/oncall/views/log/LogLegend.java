package io.novacron.oncall.views.log;

import io.novacron.oncall.core.log.LogHistogram;
import io.novacron.oncall.core.log.LogLevel;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/// How many hits there are, in all and by severity. FX thread only.
final class LogLegend extends HBox {
    LogLegend() {
        getStyleClass().add("oc-toolbar");
        setSpacing(18);
        setAlignment(Pos.CENTER_LEFT);
        show(null, false);
    }

    /// @param outdated the counts belong to an earlier search
    void show(@Nullable LogHistogram histogram, boolean outdated) {
        setVisible(histogram != null);
        setManaged(histogram != null);
        getChildren().clear();
        getStyleClass().remove("oc-dimmed");
        if (histogram == null) {
            return;
        }
        if (outdated) {
            getStyleClass().add("oc-dimmed");
        }
        var total = new Label(LogCounts.words(histogram.total()));
        total.getStyleClass().add("oc-title");
        total.setMinWidth(USE_PREF_SIZE);
        getChildren().add(total);
        Map<LogLevel, Long> sums = LogCounts.bySeverity(histogram);
        for (LogLevel level : LogMark.WORST_FIRST) {
            long count = sums.getOrDefault(level, 0L);
            if (count > 0) {
                var label = new Label(
                        level.word() + "  " + LogCounts.number(count),
                        LogMark.of(level).node());
                label.getStyleClass().add("oc-muted");
                label.setMnemonicParsing(false);
                label.setMinWidth(USE_PREF_SIZE);
                getChildren().add(label);
            }
        }
    }
}
