package io.novacron.oncall.views.shell;

import io.novacron.oncall.views.controls.KeyMap;
import java.util.ArrayList;
import java.util.List;

/// One line of the command palette.
///
/// @param keys  alternatives, as [io.novacron.oncall.views.controls.KeyHint] takes them; may be none
/// @param place where it belongs: the open view's title, or `Everywhere`
record PaletteCommand(String meaning, List<String> keys, String place, Runnable action) {
    PaletteCommand {
        keys = List.copyOf(keys);
    }

    /// All that has an action, in the order of the help.
    static List<PaletteCommand> of(List<KeySection> sections) {
        var commands = new ArrayList<PaletteCommand>();
        for (KeySection section : sections) {
            for (KeyMap.Entry entry : section.keys().entries()) {
                commands.add(new PaletteCommand(entry.meaning(), entry.keys(), section.title(), entry.action()));
            }
        }
        return commands;
    }
}
