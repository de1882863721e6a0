package io.novacron.oncall.desktop.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** One key as a person presses it: so a picture can show whatever a few keys lead to. */
public sealed interface Keystroke {

    /** A key that types one character. */
    record Typed(String character) implements Keystroke {}

    /** A key by its name. */
    record Pressed(KeyCode code, boolean ctrl, boolean shift) implements Keystroke {}

    /**
     * Reads keys in the words of the help card: {@code a}, {@code Shift+A}, {@code Enter}, {@code Ctrl+K}, {@code F4}, and text
     * in single quotes, {@code 'severity="critical"'}.
     *
     * @param text keys with blanks between them
     * @throws IllegalArgumentException saying which is no key
     */
    static List<Keystroke> read(String text) {
        List<Keystroke> strokes = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            char here = text.charAt(at);
            if (here == ' ') {
                at++;
            } else if (here == '\'') {
                int close = text.indexOf('\'', at + 1);
                if (close < 0) {
                    throw new IllegalArgumentException(
                            "the text that begins with " + text.substring(at) + " has no end");
                }
                text.substring(at + 1, close)
                        .codePoints()
                        .forEach(character -> strokes.add(new Typed(Character.toString(character))));
                at = close + 1;
            } else {
                int end = text.indexOf(' ', at);
                String name = text.substring(at, end < 0 ? text.length() : end);
                strokes.add(named(name));
                at += name.length();
            }
        }
        return strokes;
    }

    private static Keystroke named(String name) {
        if (name.codePointCount(0, name.length()) == 1) {
            return new Typed(name);
        }
        boolean ctrl = name.startsWith("Ctrl+");
        String rest = ctrl ? name.substring("Ctrl+".length()) : name;
        boolean shift = rest.startsWith("Shift+");
        String key = shift ? rest.substring("Shift+".length()) : rest;
        if (shift && !ctrl && key.length() == 1) {
            return new Typed(key.toUpperCase(Locale.ROOT));
        }
        String code = switch (key) {
            case "Esc" -> "ESCAPE";
            default ->
                key.length() == 1 && Character.isDigit(key.charAt(0)) ? "DIGIT" + key : key.toUpperCase(Locale.ROOT);
        };
        try {
            return new Pressed(KeyCode.valueOf(code), ctrl, shift);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(name + " is no key; write them as the help card does", e);
        }
    }

    /** Presses it on what has the focus. FX thread only. */
    default void press(Scene scene) {
        switch (this) {
            case Typed(String character) -> {
                boolean upper = !character.equals(character.toLowerCase(Locale.ROOT));
                KeyCode code = Objects.requireNonNullElse(
                        KeyCode.getKeyCode(character.toUpperCase(Locale.ROOT)), KeyCode.UNDEFINED);
                fire(scene, KeyEvent.KEY_PRESSED, "", code, upper, false);
                fire(scene, KeyEvent.KEY_TYPED, character, KeyCode.UNDEFINED, upper, false);
                fire(scene, KeyEvent.KEY_RELEASED, "", code, upper, false);
            }
            case Pressed(KeyCode code, boolean ctrl, boolean shift) -> {
                fire(scene, KeyEvent.KEY_PRESSED, "", code, shift, ctrl);
                fire(scene, KeyEvent.KEY_RELEASED, "", code, shift, ctrl);
            }
        }
    }

    private static void fire(
            Scene scene, EventType<KeyEvent> type, String character, KeyCode code, boolean shift, boolean ctrl) {
        KeyEvent event = new KeyEvent(type, character, "", code, shift, ctrl, false, false);
        Event.fireEvent(Objects.requireNonNullElse(scene.getFocusOwner(), scene), event);
    }
}
