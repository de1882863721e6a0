package io.novacron.oncall.views.alert;

import io.novacron.oncall.views.controls.KeyHint;
import io.novacron.oncall.views.controls.KeyMap;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/// What can be done in the alerts view, told once: the keys, their help and the context menu are made of it (alerts
/// guide
/// §8). FX thread only.
final class AlertCommands {
    /// @param keys as [KeyMap#on] takes them
    private record Command(String keys, String meaning, Runnable action) {
        String firstKey() {
            String first = keys.split(" ", -1)[0];
            boolean large = first.length() == 1 && Character.isUpperCase(first.charAt(0));
            return large ? "Shift+" + first : first;
        }
    }

    private final List<List<Command>> parts = new ArrayList<>();

    /// A line of the menu parts what follows from what was before.
    AlertCommands part() {
        parts.add(new ArrayList<>());
        return this;
    }

    AlertCommands on(String keys, String meaning, Runnable action) {
        parts.getLast().add(new Command(keys, meaning, action));
        return this;
    }

    KeyMap keys() {
        var map = new KeyMap();
        parts.forEach(part -> part.forEach(command -> map.on(command.keys(), command.meaning(), command.action())));
        return map;
    }

    ContextMenu menu() {
        var menu = new ContextMenu();
        for (List<Command> part : parts) {
            if (!menu.getItems().isEmpty()) {
                menu.getItems().add(new SeparatorMenuItem());
            }
            part.forEach(command -> menu.getItems().add(item(command)));
        }
        return menu;
    }

    private static MenuItem item(Command command) {
        String text = command.meaning();
        var item = new MenuItem(
                Character.toUpperCase(text.charAt(0)) + text.substring(1), new KeyHint(command.firstKey(), ""));
        item.setMnemonicParsing(false);
        item.setOnAction(event -> command.action().run());
        return item;
    }
}
