package io.novacron.oncall.demo.promql;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;

/** A text with references to groups of a match: {@code $1}, {@code ${1}}, {@code $name}, {@code ${name}}; {@code $$} is a dollar. */
record Replacement(List<Part> parts) {

    /** @param reference whether {@code text} is the name or number of a group, or stands for itself */
    private record Part(boolean reference, String text) {}

    static Replacement of(String template) {
        List<Part> parts = new ArrayList<>();
        int at = 0;
        while (at < template.length()) {
            int dollar = template.indexOf('$', at);
            if (dollar < 0) {
                parts.add(new Part(false, template.substring(at)));
                break;
            }
            parts.add(new Part(false, template.substring(at, dollar)));
            at = reference(template, dollar + 1, parts);
        }
        return new Replacement(parts);
    }

    String expand(Matcher match, Pattern pattern) {
        StringBuilder text = new StringBuilder();
        for (Part part : parts) {
            text.append(part.reference() ? group(part.text(), match, pattern) : part.text());
        }
        return text.toString();
    }

    /** Adds what begins behind a dollar, and returns where it ends; a dollar that begins nothing stands for itself. */
    private static int reference(String template, int start, List<Part> parts) {
        if (template.startsWith("$", start)) {
            parts.add(new Part(false, "$"));
            return start + 1;
        }
        boolean braced = template.startsWith("{", start);
        int from = braced ? start + 1 : start;
        int end = from;
        while (end < template.length()
                && (Character.isLetterOrDigit(template.charAt(end)) || template.charAt(end) == '_')) {
            end++;
        }
        if (end == from || (braced && !template.startsWith("}", end))) {
            parts.add(new Part(false, "$"));
            return start;
        }
        parts.add(new Part(true, template.substring(from, end)));
        return braced ? end + 1 : end;
    }

    private static String group(String name, Matcher match, Pattern pattern) {
        boolean number = name.length() < 9 && name.chars().allMatch(c -> c >= '0' && c <= '9');
        Integer index = number ? Integer.valueOf(name) : pattern.namedGroups().get(name);
        String group = index == null || index > match.groupCount() ? null : match.group(index);
        return group == null ? "" : group;
    }
}
