package io.novacron.oncall.views.alert;

import io.novacron.oncall.core.triage.Categories;
import io.novacron.oncall.themes.Icon;
import io.novacron.oncall.views.controls.Age;
import io.novacron.oncall.views.controls.SafeText;
import io.novacron.oncall.views.controls.SeverityBadge;
import io.novacron.oncall.views.controls.StateChip;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// How each column draws a line. FX thread only.
final class Faces {
    /// Whoever is hit by these is told by others than the team on call, so the table says who.
    static final Set<String> TOLD_WIDELY = Set.of("security", "SLA");

    private final ZoneId zone;
    private final Categories categories;
    private final RowHistory history;
    private final Consumer<GroupRow> toggle;

    /// @param toggle opens or closes a group
    Faces(ZoneId zone, Categories categories, RowHistory history, Consumer<GroupRow> toggle) {
        this.zone = zone;
        this.categories = categories;
        this.history = history;
        this.toggle = toggle;
    }

    Face of(AlertColumn column) {
        return switch (column) {
            case SEVERITY -> severity();
            case NAME -> name();
            case DIFFERS -> text(AlertRow::differs, GroupRow::shared, "oc-muted");
            case SUMMARY -> text(AlertRow::summary, group -> "", "oc-muted");
            case AGE -> age();
            case STATE -> state();
            case DAY -> new Spark(history);
            case OWNER -> owner();
            case CLUSTER -> text(AlertRow::cluster, group -> "");
            case CATEGORY -> text(this::category, group -> "", "oc-muted");
            case RECEIVERS -> text(AlertRow::receivers, group -> "", "oc-muted");
        };
    }

    /// Everything of a line in the one column of a narrow window, on two lines of text.
    Face card() {
        return new Card(zone, toggle);
    }

    private Face severity() {
        var badge = new SeverityBadge();
        return new Drawn(badge, row -> badge.show(row.severity()), group -> badge.show(group.severity()));
    }

    private Face name() {
        Label label = SafeText.label("", "oc-strong");
        label.setMinWidth(0);
        Label more = SafeText.label("", "oc-chip", "oc-count");
        more.setMinWidth(Region.USE_PREF_SIZE);
        Region open = Icon.CHEVRON_DOWN.node();
        Region closed = Icon.CHEVRON_RIGHT.node();
        var chevron = new Label();
        chevron.setMinWidth(Region.USE_PREF_SIZE);
        var box = new HBox(chevron, label, more);
        box.getStyleClass().add("oc-cell");
        var shown = new GroupRow[1];
        chevron.setOnMouseClicked(event -> {
            event.consume();
            if (shown[0] != null) {
                toggle.accept(shown[0]);
            }
        });
        return new Drawn(
                box,
                row -> {
                    present(chevron, row.grouped());
                    chevron.setGraphic(null);
                    chevron.setText(row.grouped() ? "    " : "");
                    SafeText.show(label, row.name());
                    show(more, row.replicas());
                },
                group -> {
                    shown[0] = group;
                    present(chevron, true);
                    chevron.setText("");
                    chevron.setGraphic(group.collapsed() ? closed : open);
                    SafeText.show(label, group.title());
                    show(more, Integer.toString(group.about().size()));
                });
    }

    private static Face text(
            Function<AlertRow, String> text, Function<GroupRow, String> ofGroup, String... styleClasses) {
        Label label = SafeText.label("", styleClasses);
        return new Drawn(
                label,
                row -> SafeText.show(label, text.apply(row)),
                group -> SafeText.show(label, ofGroup.apply(group)));
    }

    private Face age() {
        var age = new Age(zone);
        return new Face() {
            @Override
            public Node node() {
                return age;
            }

            @Override
            public void show(AlertRow row, Instant now) {
                present(age, true);
                age.show(row.startsAt(), now);
            }

            @Override
            public void show(GroupRow group) {
                present(age, false);
            }

            @Override
            public void tick(AlertRow row, Instant now) {
                age.show(row.startsAt(), now);
            }
        };
    }

    private static Face state() {
        var chip = StateChip.small();
        var underWay = SafeText.label("", "oc-under-way");
        var why = SafeText.label("", "oc-faint");
        var box = new HBox(chip, underWay, why);
        box.getStyleClass().add("oc-cell");
        return new Drawn(
                box,
                row -> {
                    present(chip, true);
                    chip.show(row.state());
                    show(underWay, row.underWay());
                    show(why, row.why());
                },
                group -> {
                    present(chip, false);
                    show(underWay, "");
                    show(why, group.counts());
                });
    }

    private Face owner() {
        Label name = SafeText.label("");
        name.setMinWidth(0);
        var since = new Age(zone);
        since.getStyleClass().add("oc-faint");
        since.setMinWidth(Region.USE_PREF_SIZE);
        var box = new HBox(name, since);
        box.getStyleClass().add("oc-cell");
        return new Face() {
            @Override
            public Node node() {
                return box;
            }

            @Override
            public void show(AlertRow row, Instant now) {
                Faces.show(name, row.owner());
                tick(row, now);
            }

            @Override
            public void show(GroupRow group) {
                Faces.show(name, "");
                present(since, false);
            }

            @Override
            public void tick(AlertRow row, Instant now) {
                Instant at = row.ownedSince();
                present(since, at != null);
                if (at != null) {
                    since.show(at, now);
                }
            }
        };
    }

    private String category(AlertRow row) {
        List<String> names = categories.of(row.alert().labels());
        String text = String.join(", ", names);
        return names.stream().anyMatch(TOLD_WIDELY::contains) ? text + " → " + row.receivers() : text;
    }

    static void show(Label label, String text) {
        SafeText.show(label, text);
        present(label, !text.isEmpty());
    }

    static void present(Node node, boolean now) {
        node.setVisible(now);
        node.setManaged(now);
    }

    static Region space() {
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        return space;
    }

    private record Drawn(Node node, Consumer<AlertRow> ofRow, Consumer<GroupRow> ofGroup) implements Face {
        @Override
        public void show(AlertRow row, Instant now) {
            ofRow.accept(row);
        }

        @Override
        public void show(GroupRow group) {
            ofGroup.accept(group);
        }
    }
}
