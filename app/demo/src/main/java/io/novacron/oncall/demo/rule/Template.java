package io.novacron.oncall.demo.rule;

import io.novacron.oncall.core.alert.Labels;
import java.util.List;

/** A label or annotation of a rule: text with {@code {{ … }}} in it. */
public final class Template {

    /** What the placeholders stand for. */
    public record Context(Labels labels, Labels external, double value) {}

    /** A piece of text, or something that makes one. Its value is a {@link String} or a {@link Double}. */
    @FunctionalInterface
    interface Part {
        Object of(Context context);
    }

    private final String text;
    private final List<Part> parts;

    Template(String text, List<Part> parts) {
        this.text = text;
        this.parts = List.copyOf(parts);
    }

    static Template parse(String text) {
        return new Template(text, new TemplateParser(text).parts());
    }

    public String expand(Context context) {
        StringBuilder out = new StringBuilder();
        for (Part part : parts) {
            out.append(shown(part.of(context)));
        }
        return out.toString();
    }

    /** As Go prints a value that stands alone. */
    static String shown(Object value) {
        return value instanceof Double number ? GoNumber.general(number) : value.toString();
    }

    /** The text of the file. */
    @Override
    public String toString() {
        return text;
    }
}
