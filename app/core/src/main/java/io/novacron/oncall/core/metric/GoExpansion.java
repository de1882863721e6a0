package io.novacron.oncall.core.metric;

import com.google.re2j.Matcher;

/**
 * The templates of Go's regular expressions: {@code $1}, <code>${1}</code>, {@code $name}, and {@code $$} for the sign
 * itself. A name is the longest run of letters, digits and underscores, so {@code $1x} is the group "1x"; what names no
 * group is empty.
 */
final class GoExpansion {

    private GoExpansion() {}

    static String of(String template, Matcher matcher) {
        if (template.indexOf('$') < 0) {
            return template;
        }
        StringBuilder out = new StringBuilder();
        int at = 0;
        while (at < template.length()) {
            char c = template.charAt(at);
            if (c != '$') {
                out.append(c);
                at++;
            } else if (template.startsWith("$$", at)) {
                out.append('$');
                at += 2;
            } else {
                at = group(template, at, matcher, out);
            }
        }
        return out.toString();
    }

    /** Answers where the rest begins; a sign before anything else stands for itself. */
    private static int group(String template, int sign, Matcher matcher, StringBuilder out) {
        boolean brace = template.startsWith("{", sign + 1);
        int start = brace ? sign + 2 : sign + 1;
        int end = start;
        while (end < template.length() && word(template.charAt(end))) {
            end++;
        }
        boolean closed = !brace || template.startsWith("}", end);
        if (end == start || !closed) {
            out.append('$');
            return sign + 1;
        }
        out.append(value(template.substring(start, end), matcher));
        return brace ? end + 1 : end;
    }

    private static String value(String name, Matcher matcher) {
        String found;
        if (name.chars().allMatch(c -> c >= '0' && c <= '9')) {
            found = name.length() < 4 && Integer.parseInt(name) <= matcher.groupCount()
                    ? matcher.group(Integer.parseInt(name))
                    : null;
        } else {
            found = matcher.pattern().namedGroups().containsKey(name) ? matcher.group(name) : null;
        }
        return found == null ? "" : found;
    }

    private static boolean word(char c) {
        return c == '_' || Character.isLetterOrDigit(c);
    }
}
