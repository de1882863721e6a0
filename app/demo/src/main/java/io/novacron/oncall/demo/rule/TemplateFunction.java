package io.novacron.oncall.demo.rule;

import io.novacron.oncall.demo.rule.Template.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;
import java.util.function.UnaryOperator;

/** A function of Prometheus' templates. */
interface TemplateFunction {

    /**
     * The function over these arguments.
     *
     * @throws TemplateSyntaxException if it takes others
     */
    Part bound(List<Part> arguments, String template);

    /**
     * The function of that name.
     *
     * @throws TemplateSyntaxException if there is none
     */
    static TemplateFunction named(String name, String template) {
        return switch (name) {
            case "humanize" -> ofNumber(name, Humanized::metric);
            case "humanize1024" -> ofNumber(name, Humanized::binary);
            case "humanizeDuration" -> ofNumber(name, Humanized::duration);
            case "humanizePercentage" -> ofNumber(name, Humanized::percentage);
            case "toUpper" -> ofText(name, text -> text.toUpperCase(Locale.ROOT));
            case "toLower" -> ofText(name, text -> text.toLowerCase(Locale.ROOT));
            case "printf" -> TemplateFunction::printf;
            default ->
                throw new TemplateSyntaxException("the template \"" + template + "\" calls the function \"" + name
                        + "\", which is not known; known are humanize, humanize1024, humanizeDuration,"
                        + " humanizePercentage, printf, toLower and toUpper.");
        };
    }

    private static TemplateFunction ofNumber(String name, DoubleFunction<String> function) {
        return (arguments, template) -> {
            Part argument = only(name, arguments, template);
            return context -> {
                double number = number(argument.of(context));
                return function.apply(number);
            };
        };
    }

    private static TemplateFunction ofText(String name, UnaryOperator<String> function) {
        return (arguments, template) -> {
            Part argument = only(name, arguments, template);
            return context -> function.apply(Template.shown(argument.of(context)));
        };
    }

    private static Part printf(List<Part> arguments, String template) {
        if (arguments.isEmpty()) {
            throw new TemplateSyntaxException("the template \"" + template + "\" calls printf without a format.");
        }
        Part format = arguments.getFirst();
        List<Part> rest = List.copyOf(arguments.subList(1, arguments.size()));
        return context -> {
            List<Object> values = new ArrayList<>();
            rest.forEach(part -> values.add(part.of(context)));
            return GoFormat.format(Template.shown(format.of(context)), values);
        };
    }

    private static Part only(String name, List<Part> arguments, String template) {
        if (arguments.size() != 1) {
            throw new TemplateSyntaxException("the template \"" + template + "\" calls " + name + " with "
                    + arguments.size() + " arguments instead of one.");
        }
        return arguments.getFirst();
    }

    /** Text that is no number is NaN: Prometheus writes an error into the annotation there, and no shipped rule gets there. */
    private static double number(Object value) {
        try {
            return value instanceof Double number ? number : Double.parseDouble(value.toString());
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }
}
