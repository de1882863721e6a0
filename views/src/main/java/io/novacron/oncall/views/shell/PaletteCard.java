package io.novacron.oncall.views.shell;

import io.novacron.oncall.views.controls.Fuzzy;
import io.novacron.oncall.views.controls.KeyHint;
import io.novacron.oncall.views.controls.SafeText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Every command that works now, found by a few letters; Enter runs it where it would have run by its key. It is filled
/// from the same maps as the help, so no view has to do anything to stand in it. FX thread only.
final class PaletteCard extends VBox {
    private static final int ROWS = 12;

    /// A command and how it fits what was typed.
    private record Found(PaletteCommand command, Fuzzy.Hit hit) {}

    private final List<PaletteCommand> commands;
    private final TextField search = new TextField();
    private final ListView<PaletteCommand> list = new ListView<>();
    private final Consumer<Region> close;

    PaletteCard(List<KeySection> sections, Consumer<Region> close) {
        this.close = close;
        commands = PaletteCommand.of(sections);
        getStyleClass().addAll("oc-dialog", "oc-palette");
        search.setPromptText("Type a command");
        search.setAccessibleText("Command");
        search.textProperty().subscribe(this::find);
        list.setFocusTraversable(false);
        list.setCellFactory(view -> new PaletteCell(search.textProperty()));
        list.setPlaceholder(SafeText.label("No command is called that.", "oc-faint"));
        list.getStyleClass().add("oc-palette-list");
        list.setOnMouseClicked(event -> run());
        VBox.setVgrow(list, Priority.ALWAYS);
        var hints = new HBox(new KeyHint("Up", ""), new KeyHint("Down", "choose"), new KeyHint("Enter", "do it"));
        hints.getStyleClass().add("oc-palette-hints");
        getChildren().addAll(search, list, hints);
        addEventFilter(KeyEvent.KEY_PRESSED, this::steer);
        find("");
    }

    /// Takes the keys; call it once the card is on the screen.
    void begin() {
        list.setFixedCellSize(search.getFont().getSize() * 2.4);
        list.setPrefHeight(list.getFixedCellSize() * ROWS + 2);
        search.requestFocus();
    }

    private void find(String query) {
        var found = new ArrayList<Found>();
        for (PaletteCommand command : commands) {
            Fuzzy.match(query, command.meaning()).ifPresent(hit -> found.add(new Found(command, hit)));
        }
        if (!query.isBlank()) {
            found.sort(Comparator.comparingInt((Found one) -> one.hit().score()).reversed());
        }
        list.getItems().setAll(found.stream().map(Found::command).toList());
        list.getSelectionModel().selectFirst();
        list.scrollTo(0);
    }

    private void steer(KeyEvent event) {
        int step = switch (event.getCode()) {
            case DOWN -> 1;
            case UP -> -1;
            case PAGE_DOWN -> ROWS - 1;
            case PAGE_UP -> 1 - ROWS;
            default -> 0;
        };
        int size = list.getItems().size();
        if (step != 0 && size > 0) {
            int now = list.getSelectionModel().getSelectedIndex();
            int next = Math.abs(step) == 1 ? Math.floorMod(now + step, size) : Math.clamp(now + step, 0, size - 1);
            list.getSelectionModel().clearAndSelect(next);
            list.scrollTo(Math.max(0, next - ROWS / 2));
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER) {
            event.consume();
            run();
        }
    }

    /// Closes first, so that the command finds the focus where it was.
    private void run() {
        PaletteCommand chosen = list.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            close.accept(this);
            chosen.action().run();
        }
    }
}
