package io.novacron.oncall.views.alert;

import io.novacron.oncall.themes.Icon;
import io.novacron.oncall.views.controls.Age;
import io.novacron.oncall.views.controls.SafeText;
import io.novacron.oncall.views.controls.SeverityBadge;
import io.novacron.oncall.views.controls.StateChip;
import java.time.Instant;
import java.time.ZoneId;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// A line on two lines of text, for a window too narrow for columns. FX thread only.
final class Card implements Face {
    private final SeverityBadge severity = new SeverityBadge();
    private final Label name = SafeText.label("", "oc-strong");
    private final StateChip state = StateChip.small();
    private final Age age;
    private final Age since;
    private final Label below = SafeText.label("", "oc-muted");
    private final Label owner = SafeText.label("");
    private final Label chevron = new Label();
    private final Region open = Icon.CHEVRON_DOWN.node();
    private final Region closed = Icon.CHEVRON_RIGHT.node();
    private final VBox box;
    private @Nullable GroupRow group;

    Card(ZoneId zone, Consumer<GroupRow> toggle) {
        age = new Age(zone);
        since = new Age(zone);
        since.getStyleClass().add("oc-faint");
        name.setMinWidth(0);
        below.setMinWidth(0);
        age.setMinWidth(Region.USE_PREF_SIZE);
        since.setMinWidth(Region.USE_PREF_SIZE);
        chevron.setMinWidth(Region.USE_PREF_SIZE);
        chevron.setOnMouseClicked(event -> {
            event.consume();
            GroupRow shown = group;
            if (shown != null) {
                toggle.accept(shown);
            }
        });
        var above = new HBox(chevron, severity, name, Faces.space(), age);
        above.getStyleClass().add("oc-cell");
        var second = new HBox(state, owner, since, below);
        second.getStyleClass().add("oc-cell");
        box = new VBox(above, second);
        box.getStyleClass().add("oc-alert-card");
    }

    @Override
    public Node node() {
        return box;
    }

    @Override
    public void show(AlertRow row, Instant now) {
        group = null;
        Faces.present(chevron, false);
        severity.show(row.severity());
        SafeText.show(name, row.replicas().isEmpty() ? row.name() : row.name() + "  " + row.replicas());
        Faces.present(state, true);
        state.show(row.state());
        Faces.show(owner, row.owner());
        String text = row.underWay().isEmpty() ? row.why() : row.underWay();
        SafeText.show(below, text.isEmpty() ? row.cluster() + "  " + said(row) : text);
        Faces.present(age, true);
        tick(row, now);
    }

    @Override
    public void show(GroupRow shown) {
        group = shown;
        Faces.present(chevron, true);
        chevron.setGraphic(shown.collapsed() ? closed : open);
        severity.show(shown.severity());
        SafeText.show(name, shown.title());
        Faces.present(state, false);
        Faces.show(owner, "");
        Faces.present(since, false);
        Faces.present(age, false);
        SafeText.show(below, shown.counts());
    }

    @Override
    public void tick(AlertRow row, Instant now) {
        age.show(row.startsAt(), now);
        Instant at = row.ownedSince();
        Faces.present(since, at != null);
        if (at != null) {
            since.show(at, now);
        }
    }

    private static String said(AlertRow row) {
        return row.summary().isBlank() ? row.differs() : row.summary();
    }
}
