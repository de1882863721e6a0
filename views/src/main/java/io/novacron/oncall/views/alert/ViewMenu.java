package io.novacron.oncall.views.alert;

import io.novacron.oncall.core.settings.SavedFilter;
import io.novacron.oncall.core.text.Visible;
import io.novacron.oncall.core.triage.Field;
import io.novacron.oncall.core.triage.Grouping;
import io.novacron.oncall.themes.Icon;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;

/// What the list can be told: presets and saved filters, groups, columns. Built each time it opens. FX thread only.
final class ViewMenu extends MenuButton {
    private static final List<Field> GROUPS = List.of(
            new Field.Label("alertname"),
            new Field.Label("service"),
            Field.Known.SEVERITY,
            Field.Known.CATEGORY,
            Field.Known.CLUSTER,
            Field.Known.RECEIVER,
            Field.Known.OWNER,
            new Field.Label("namespace"),
            new Field.Label("instance"));

    private final TriageModel triage;
    private final DeskMemory memory;
    private final FilterDialogs dialogs;
    private final AlertColumns columns;
    private final List<SavedFilter> presets;

    ViewMenu(
            TriageModel triage,
            DeskMemory memory,
            FilterDialogs dialogs,
            AlertColumns columns,
            List<SavedFilter> presets) {
        super("View", Icon.FILTER.node());
        this.triage = triage;
        this.memory = memory;
        this.dialogs = dialogs;
        this.columns = columns;
        this.presets = presets;
        setMnemonicParsing(false);
        setMinWidth(USE_PREF_SIZE);
        setFocusTraversable(false);
        getStyleClass().add("oc-small-button");
        setId("alert-view");
        getItems().add(item("…", () -> {}));
        setOnShowing(event -> getItems().setAll(items()));
    }

    private List<MenuItem> items() {
        var items = new ArrayList<MenuItem>();
        presets.forEach(preset -> items.add(item(preset.name(), () -> triage.apply(preset))));
        List<SavedFilter> saved = memory.filtersProperty().get();
        if (!saved.isEmpty()) {
            items.add(new SeparatorMenuItem());
            saved.forEach(filter -> items.add(item(filter.name(), () -> triage.apply(filter))));
        }
        items.add(new SeparatorMenuItem());
        items.add(item("Save this view…", () -> dialogs.save(this)));
        if (!saved.isEmpty()) {
            var forget = menu("Forget");
            saved.forEach(filter -> forget.getItems().add(item(filter.name(), () -> memory.forget(filter.name()))));
            items.add(forget);
            items.add(item("Write saved views to a file…", () -> dialogs.write(this)));
        }
        items.add(item("Read views from a file…", () -> dialogs.read(this)));
        items.add(new SeparatorMenuItem());
        items.add(groups());
        items.add(columns());
        return items;
    }

    private Menu groups() {
        var menu = menu("Groups");
        Grouping now = triage.wish().grouping();
        menu.getItems().add(choice("none", now instanceof Grouping.Flat, () -> triage.group(Grouping.FLAT)));
        menu.getItems()
                .add(choice(
                        "as Alertmanager does",
                        now.equals(TriageModel.AS_ALERTMANAGER),
                        () -> triage.group(TriageModel.AS_ALERTMANAGER)));
        for (Field field : GROUPS) {
            Grouping by = new Grouping.By(List.of(field));
            menu.getItems().add(choice(field.text(), now.equals(by), () -> triage.group(by)));
        }
        menu.getItems().add(item("by other labels…", () -> dialogs.group(this)));
        return menu;
    }

    private Menu columns() {
        var menu = menu("Columns");
        for (AlertColumn column : AlertColumn.values()) {
            var item = new CheckMenuItem(column.title());
            item.setMnemonicParsing(false);
            item.setSelected(columns.isChosen(column));
            item.setOnAction(event -> columns.choose(column, item.isSelected()));
            menu.getItems().add(item);
        }
        return menu;
    }

    private static Menu menu(String text) {
        var menu = new Menu(text);
        menu.setMnemonicParsing(false);
        return menu;
    }

    private static MenuItem item(String text, Runnable action) {
        var item = new MenuItem(Visible.line(text, 60));
        item.setMnemonicParsing(false);
        item.setOnAction(event -> action.run());
        return item;
    }

    private static MenuItem choice(String text, boolean chosen, Runnable action) {
        var item = new RadioMenuItem(text);
        item.setMnemonicParsing(false);
        item.setSelected(chosen);
        item.setOnAction(event -> action.run());
        return item;
    }
}
