package io.novacron.oncall.desktop.settings;

import io.novacron.oncall.core.text.Visible;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.tomlj.TomlArray;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;

/**
 * One table of the file. What is of the wrong type or not known is told to the list of problems and then counts as absent;
 * values are never repeated in a problem, since any may be a secret.
 */
final class Block {

    /** One text of a list, and where it stands. */
    record Item(String text, TomlPosition place) {}

    private final TomlTable table;
    private final String name;
    private final TomlPosition place;
    private final List<Problem> problems;

    /** @param name how problems speak of it, for example {@code [operator]} */
    Block(TomlTable table, String name, TomlPosition place, List<Problem> problems) {
        this.table = table;
        this.name = name;
        this.place = place;
        this.problems = problems;
    }

    String name() {
        return name;
    }

    TomlPosition place() {
        return place;
    }

    /** The same table under a better name. */
    Block named(String better) {
        return new Block(table, better, place, problems);
    }

    boolean has(String key) {
        return table.contains(List.of(key));
    }

    Collection<String> keys() {
        return table.keySet();
    }

    /** Tells of every key that is not among these. */
    void allow(List<String> known) {
        for (String key : table.keySet()) {
            if (!known.contains(key)) {
                problem(key, "Unknown key \"" + shown(key) + "\" in " + name + NearestName.hint(key, known));
            }
        }
    }

    Optional<String> text(String key) {
        return typed(key, String.class, "a text in quotes");
    }

    Optional<String> requiredText(String key, String example) {
        if (!has(key)) {
            missing(key, example);
            return Optional.empty();
        }
        Optional<String> text = text(key);
        if (text.isPresent() && text.get().isBlank()) {
            problem(key, "The key " + shown(key) + " of " + name + " is empty; write for example " + example + ".");
            return Optional.empty();
        }
        return text;
    }

    /** The one of {@code all} whose word stands there. */
    <E> Optional<E> choice(String key, List<E> all, Function<E, String> word) {
        Optional<String> typed = text(key);
        if (typed.isEmpty()) {
            return Optional.empty();
        }
        Optional<E> chosen =
                all.stream().filter(one -> word.apply(one).equals(typed.get())).findFirst();
        if (chosen.isEmpty()) {
            String hint = NearestName.hint(typed.get(), all.stream().map(word).toList());
            problem(key, "Unknown " + key + " \"" + shown(typed.get()) + "\" of " + name + hint);
        }
        return chosen;
    }

    Optional<Boolean> flag(String key) {
        return typed(key, Boolean.class, "true or false");
    }

    Optional<Long> number(String key) {
        return typed(key, Long.class, "a whole number");
    }

    Optional<Block> block(String key) {
        return typed(key, TomlTable.class, "a table, { … }")
                .map(inner -> new Block(inner, shown(key) + " of " + name, placeOf(key), problems));
    }

    /** The tables of {@code [[key]]}. */
    List<Block> blocks(String key) {
        String form = "[[" + key + "]]";
        Optional<TomlArray> array = typed(key, TomlArray.class, "written as " + form + " with two brackets");
        List<Block> blocks = new ArrayList<>();
        for (int i = 0; array.isPresent() && i < array.get().size(); i++) {
            if (array.get().get(i) instanceof TomlTable inner) {
                blocks.add(new Block(inner, form, placeOf(array.get(), i), problems));
            } else {
                problem(key, "The key " + key + " must be written as " + form + " with two brackets.");
            }
        }
        return blocks;
    }

    /** The texts of a list; empty where there is none. */
    List<Item> texts(String key) {
        Optional<TomlArray> array = typed(key, TomlArray.class, "a list of texts, [\"…\", \"…\"]");
        List<Item> items = new ArrayList<>();
        for (int i = 0; array.isPresent() && i < array.get().size(); i++) {
            if (array.get().get(i) instanceof String text) {
                items.add(new Item(text, placeOf(array.get(), i)));
            } else {
                problem(key, "The key " + shown(key) + " of " + name + " must be a list of texts in quotes.");
            }
        }
        return items;
    }

    /** The texts of a list, or the only one where no list is written. */
    List<Item> oneOrMore(String key) {
        return table.get(List.of(key)) instanceof String text ? List.of(new Item(text, placeOf(key))) : texts(key);
    }

    void missing(String key, String example) {
        problem(place, "The key " + key + " is missing in " + name + "; write for example " + example + ".");
    }

    void problem(String key, String text) {
        problem(placeOf(key), text);
    }

    void problem(TomlPosition where, String text) {
        problems.add(new Problem(where.line(), where.column(), text));
    }

    TomlPosition placeOf(String key) {
        TomlPosition found = table.inputPositionOf(List.of(key));
        return found == null ? place : found;
    }

    private TomlPosition placeOf(TomlArray array, int index) {
        TomlPosition found = array.inputPositionOf(index);
        return found == null ? place : found;
    }

    private <T> Optional<T> typed(String key, Class<T> type, String expected) {
        if (!has(key)) {
            return Optional.empty();
        }
        Object value = table.get(List.of(key));
        if (value == null || !type.isInstance(value)) {
            problem(key, "The key " + shown(key) + " of " + name + " must be " + expected + ".");
            return Optional.empty();
        }
        return Optional.of(type.cast(value));
    }

    private static String shown(String key) {
        return Visible.line(key, 60);
    }
}
