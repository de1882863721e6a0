package io.novacron.oncall.views.controls;

import static org.assertj.core.api.Assertions.assertThat;

import io.novacron.oncall.core.settings.KeySettings;
import io.novacron.oncall.views.fx.Toolkit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.Test;

class KeyMapTests {
    private final List<String> done = new ArrayList<>();
    private final KeyMap keys = new KeyMap()
            .on("a", "small", () -> done.add("a"))
            .on("A", "large", () -> done.add("A"))
            .on("Enter o", "open", () -> done.add("open"))
            .on("Ctrl+T", "theme", () -> done.add("theme"))
            .on("F5", "ask", () -> done.add("F5"))
            .on("Ctrl+Z", "undo", () -> done.add("undo"))
            .on("Left", "close", () -> done.add("left"));

    @Test
    void aCharacterIsTakenAsItIsTypedAndLargeIsNotSmall() {
        on(new VBox(), typed("a", false), typed("A", false), typed("o", false), typed("b", false));
        assertThat(done).containsExactly("a", "A", "open");
    }

    @Test
    void withCtrlACharacterIsSomethingElse() {
        on(new VBox(), typed("a", true));
        assertThat(done).isEmpty();
    }

    @Test
    void whileTextIsTypedOnlyFunctionAndCtrlKeysWork() {
        on(
                new TextField(),
                typed("a", false),
                pressed(KeyCode.ENTER, false),
                pressed(KeyCode.T, true),
                pressed(KeyCode.F5, false));
        assertThat(done).containsExactly("theme", "F5");
    }

    @Test
    void aTextFieldKeepsItsOwnUndoAndItsArrows() {
        on(new TextField(), pressed(KeyCode.Z, true), pressed(KeyCode.LEFT, false));
        assertThat(done).isEmpty();
        on(new VBox(), pressed(KeyCode.Z, true), pressed(KeyCode.LEFT, false));
        assertThat(done).containsExactly("undo", "left");
    }

    @Test
    void everyActionIsListedWithItsKeysAndNotesAreNot() {
        keys.note("Shift+Down", "extend");
        assertThat(keys.entries())
                .extracting(KeyMap.Entry::meaning)
                .startsWith("small", "large")
                .doesNotContain("extend");
        assertThat(keys.entries().get(1).keys()).containsExactly("Shift+A");
        keys.entries().getFirst().action().run();
        assertThat(done).containsExactly("a");
    }

    @Test
    void aFocusedButtonKeepsItsEnter() {
        on(new Button(), pressed(KeyCode.ENTER, false), typed("a", false));
        assertThat(done).containsExactly("a");
    }

    @Test
    void whatWasHandledIsConsumedAndWhatWasNotGoesOn() {
        List<String> passed = new ArrayList<>();
        Toolkit.run(() -> {
            var target = new VBox();
            var root = new VBox(target);
            keys.install(root);
            target.addEventHandler(KeyEvent.KEY_TYPED, event -> passed.add(event.getCharacter()));
            Event.fireEvent(target, typed("a", false));
            Event.fireEvent(target, typed("z", false));
            assertThat(KeyMap.of(root)).isSameAs(keys);
        });
        assertThat(done).containsExactly("a");
        assertThat(passed).containsExactly("z");
    }

    @Test
    void theHelpNamesShiftWhereALargeLetterIsMeant() {
        assertThat(keys.bindings().get(1)).isEqualTo(new KeyMap.Binding(List.of("Shift+A"), "large"));
        assertThat(keys.bindings().get(2).keys()).containsExactly("Enter", "o");
    }

    @Test
    void anotherKeyDoesTheWorkAndThenNothingElse() {
        keys.prefer(new KeySettings(true, Map.of("a", "o", "A", "", "F5", "Ctrl+E")));
        on(
                new VBox(),
                typed("a", false),
                typed("A", false),
                typed("o", false),
                pressed(KeyCode.F5, false),
                pressed(KeyCode.E, true),
                pressed(KeyCode.ENTER, false));
        assertThat(done).containsExactly("a", "F5", "open");
        assertThat(keys.bindings())
                .extracting(KeyMap.Binding::keys)
                .startsWith(List.of("o"), List.of("Enter"), List.of("Ctrl+T"), List.of("Ctrl+E"));
        assertThat(keys.entries())
                .as("what has no key is still a command")
                .extracting(KeyMap.Entry::meaning)
                .contains("large");
    }

    @Test
    void withoutSingleCharactersOnlyThoseThatWereWishedForWork() {
        keys.prefer(new KeySettings(false, Map.of("A", "z")));
        on(
                new VBox(),
                typed("a", false),
                typed("o", false),
                typed("z", false),
                pressed(KeyCode.ENTER, false),
                pressed(KeyCode.LEFT, false));
        assertThat(done).containsExactly("A", "open", "left");
    }

    private void on(Node target, KeyEvent... events) {
        Toolkit.run(() -> {
            var root = new VBox(target);
            keys.install(root);
            for (KeyEvent event : events) {
                Event.fireEvent(target, event);
            }
        });
    }

    private static KeyEvent typed(String character, boolean ctrl) {
        return new KeyEvent(KeyEvent.KEY_TYPED, character, "", KeyCode.UNDEFINED, false, ctrl, false, false);
    }

    private static KeyEvent pressed(KeyCode code, boolean ctrl) {
        return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, ctrl, false, false);
    }
}
