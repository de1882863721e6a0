package io.novacron.oncall.views.shell;

import io.novacron.oncall.core.fetch.Work;
import io.novacron.oncall.themes.Icon;
import io.novacron.oncall.views.controls.Age;
import io.novacron.oncall.views.controls.SafeText;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// What runs in the background, each with its way to stop it; a bar for what takes longer than a second. FX thread
/// only.
final class WorkStrip extends HBox {
    private static final int MOST = 2;
    private static final Duration SHORT = Duration.ofSeconds(1);

    private final LongConsumer cancel;
    private final List<Entry> entries = new ArrayList<>();
    private List<Work> shown = List.of();

    private record Entry(Work work, ProgressBar bar, Label age) {}

    WorkStrip(LongConsumer cancel) {
        this.cancel = cancel;
        getStyleClass().add("oc-work");
        setMinWidth(Region.USE_PREF_SIZE);
    }

    void show(List<Work> work, Instant now) {
        if (!shown.equals(work)) {
            shown = work;
            entries.clear();
            getChildren().clear();
            work.stream().limit(MOST).forEach(this::add);
            if (work.size() > MOST) {
                getChildren().add(SafeText.label("+" + (work.size() - MOST) + " more", "oc-faint"));
            }
        }
        for (Entry entry : entries) {
            Duration since = Duration.between(entry.work().since(), now);
            boolean lasts = since.compareTo(SHORT) > 0;
            entry.bar().setVisible(lasts);
            entry.bar().setManaged(lasts);
            entry.age().setText(Age.between(entry.work().since(), now));
        }
    }

    private void add(Work work) {
        var name = SafeText.label(work.what(), "oc-muted");
        name.setMaxWidth(260);
        var bar = new ProgressBar();
        bar.setPrefWidth(60);
        var age = SafeText.label("", "oc-faint");
        var stop = new Button("", Icon.CROSS.node());
        stop.getStyleClass().addAll("flat", "oc-small-button");
        stop.setAccessibleText("cancel " + work.what());
        stop.setOnAction(event -> cancel.accept(work.id()));
        getChildren().addAll(bar, name, age, stop);
        entries.add(new Entry(work, bar, age));
    }
}
