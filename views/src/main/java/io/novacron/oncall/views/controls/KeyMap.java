package io.novacron.oncall.views.controls;

import io.novacron.oncall.core.settings.KeySettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import javafx.event.EventTarget;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/// The keys of one view: what they do and what they are called, so that the help can never differ from the truth.
/// Single
/// characters are inert while text is typed, and a focused button keeps its Enter and Space (alerts guide §8). FX
/// thread
/// only.
public final class KeyMap {
    /// One line of the help.
    ///
    /// @param keys alternatives, each as [KeyHint] takes it
    public record Binding(List<String> keys, String meaning) {
        public Binding {
            keys = List.copyOf(keys);
        }
    }

    /// Something the view can do, for a list of all that can be done.
    ///
    /// @param keys alternatives, each as [KeyHint] takes it; none where it has no key
    public record Entry(List<String> keys, String meaning, Runnable action) {
        public Entry {
            keys = List.copyOf(keys);
        }
    }

    private record Rule(Predicate<KeyEvent> applies, boolean whileTyping, Runnable action) {}

    /// With Ctrl, what every text field does by itself.
    private static final Set<String> EDITING = Set.of("A", "C", "V", "X", "Y", "Z");

    /// What was added: something to do with its keys, or a line of help alone.
    private record Added(Binding binding, @Nullable Runnable action) {}

    private final List<Added> added = new ArrayList<>();
    private KeySettings wanted = KeySettings.DEFAULT;
    private List<Binding> bindings = List.of();
    private List<Entry> entries = List.of();
    private List<Rule> rules = List.of();

    /// Adds keys for an action.
    ///
    /// @param keys blank-separated: a single character as it is typed (`A` is Shift+A), or a key by its name with
    ///             modifiers, `Enter`, `F5`, `Ctrl+T`
    public KeyMap on(String keys, String meaning, Runnable action) {
        return add(new Binding(List.of(keys.split(" ", -1)), meaning), action);
    }

    /// Adds what has no key and only the command palette leads to.
    public KeyMap command(String meaning, Runnable action) {
        return add(new Binding(List.of(), meaning), action);
    }

    /// A line of help for keys that some control handles by itself.
    public KeyMap note(String keys, String meaning) {
        return add(new Binding(List.of(keys.split(" ", -1)), meaning), null);
    }

    /// From now on other keys do some of the work, or none; a key that is given away so does nothing else.
    public void prefer(KeySettings settings) {
        wanted = settings;
        arrange();
    }

    public List<Binding> bindings() {
        return bindings;
    }

    /// All that can be done, in the order in which it was added.
    public List<Entry> entries() {
        return entries;
    }

    private KeyMap add(Binding binding, @Nullable Runnable action) {
        added.add(new Added(binding, action));
        arrange();
        return this;
    }

    private void arrange() {
        var lines = new ArrayList<Binding>();
        var actions = new ArrayList<Entry>();
        var tests = new ArrayList<Rule>();
        for (Added one : added) {
            Runnable action = one.action();
            if (action == null) {
                lines.add(one.binding());
                continue;
            }
            String meaning = one.binding().meaning();
            var shown = new ArrayList<String>();
            for (String key : one.binding().keys()) {
                wanted(key).ifPresent(now -> {
                    tests.add(rule(now, action));
                    shown.add(now.length() == 1 && Character.isUpperCase(now.charAt(0)) ? "Shift+" + now : now);
                });
            }
            actions.add(new Entry(shown, meaning, action));
            if (!shown.isEmpty()) {
                lines.add(new Binding(shown, meaning));
            }
        }
        bindings = List.copyOf(lines);
        entries = List.copyOf(actions);
        rules = List.copyOf(tests);
    }

    /// The key that does this one's work; empty where none does.
    private Optional<String> wanted(String key) {
        String other = wanted.instead().get(key);
        if (other != null) {
            return other.isEmpty() ? Optional.empty() : Optional.of(other);
        }
        boolean off = !wanted.single() && key.length() == 1;
        return off || wanted.instead().containsValue(key) ? Optional.empty() : Optional.of(key);
    }

    private static Rule rule(String key, Runnable action) {
        return key.length() == 1
                ? new Rule(event -> typed(event, key), false, action)
                : new Rule(pressed(key), whileTyping(key), action);
    }

    /// Runs the action of the event's key, if there is one, and consumes the event then.
    public void handle(KeyEvent event) {
        boolean typing = event.getTarget() instanceof TextInputControl;
        if (event.isConsumed() || ownsKey(event.getTarget(), event)) {
            return;
        }
        for (Rule rule : rules) {
            if ((rule.whileTyping() || !typing) && rule.applies().test(event)) {
                event.consume();
                rule.action().run();
                return;
            }
        }
    }

    /// Makes these the keys of `node`: they work wherever the focus is below it.
    public void install(Node node) {
        node.getProperties().put(KeyMap.class, this);
        node.addEventFilter(KeyEvent.ANY, this::handle);
    }

    /// The keys of `node`; null if it has none.
    public static @Nullable KeyMap of(Node node) {
        return node.getProperties().get(KeyMap.class) instanceof KeyMap map ? map : null;
    }

    private static boolean ownsKey(EventTarget target, KeyEvent event) {
        boolean presses = event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE;
        return presses && target instanceof ButtonBase;
    }

    /// By the character and not by the key, since `/` and `?` lie elsewhere on every keyboard; it also keeps the
    /// character
    /// out of a field that the action gives the focus to.
    private static boolean typed(KeyEvent event, String character) {
        return event.getEventType() == KeyEvent.KEY_TYPED
                && !event.isControlDown()
                && !event.isAltDown()
                && !event.isMetaDown()
                && character.equals(event.getCharacter());
    }

    private static boolean whileTyping(String key) {
        return key.startsWith("Ctrl+")
                ? !EDITING.contains(key.substring("Ctrl+".length()))
                : key.startsWith("F") && key.length() > 1 && Character.isDigit(key.charAt(1));
    }

    private static Predicate<KeyEvent> pressed(String key) {
        boolean ctrl = key.startsWith("Ctrl+");
        String name = ctrl ? key.substring("Ctrl+".length()) : key;
        KeyCode code = KeyCode.valueOf(
                switch (name) {
                    case "Esc" -> "ESCAPE";
                    case "1", "2", "3", "4", "5", "6", "7", "8", "9" -> "DIGIT" + name;
                    default -> name.toUpperCase(Locale.ROOT);
                });
        KeyCombination combination =
                ctrl ? new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN) : new KeyCodeCombination(code);
        return event -> event.getEventType() == KeyEvent.KEY_PRESSED && combination.match(event);
    }
}
