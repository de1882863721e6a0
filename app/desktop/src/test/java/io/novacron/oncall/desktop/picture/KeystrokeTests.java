package io.novacron.oncall.desktop.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.novacron.oncall.desktop.picture.Keystroke.Pressed;
import io.novacron.oncall.desktop.picture.Keystroke.Typed;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

class KeystrokeTests {

    @Test
    void keysAreReadInTheWordsOfTheHelpCard() {
        assertThat(Keystroke.read(" j Shift+A Enter Ctrl+K Ctrl+2 F4 Esc ? "))
                .containsExactly(
                        new Typed("j"),
                        new Typed("A"),
                        new Pressed(KeyCode.ENTER, false, false),
                        new Pressed(KeyCode.K, true, false),
                        new Pressed(KeyCode.DIGIT2, true, false),
                        new Pressed(KeyCode.F4, false, false),
                        new Pressed(KeyCode.ESCAPE, false, false),
                        new Typed("?"));
        assertThat(Keystroke.read("")).isEmpty();
    }

    @Test
    void textInQuotesIsTypedCharacterByCharacter() {
        assertThat(Keystroke.read("/ 'a \"é😀' Enter"))
                .containsExactly(
                        new Typed("/"),
                        new Typed("a"),
                        new Typed(" "),
                        new Typed("\""),
                        new Typed("é"),
                        new Typed("😀"),
                        new Pressed(KeyCode.ENTER, false, false));
    }

    @Test
    void whatIsNoKeyIsNamed() {
        assertThatThrownBy(() -> Keystroke.read("j Entre")).hasMessageContaining("Entre is no key");
        assertThatThrownBy(() -> Keystroke.read("'open")).hasMessageContaining("'open has no end");
    }
}
