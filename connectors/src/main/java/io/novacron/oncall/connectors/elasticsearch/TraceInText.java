package io.novacron.oncall.connectors.elasticsearch;

import java.util.Locale;

/**
 * Finds a trace id in a message: after {@code trace id}, {@code trace_id}, {@code trace-id} or {@code traceid} with an equals
 * sign or colon, or in a W3C trace parent (logs guide §8). Linear, whatever the message.
 */
final class TraceInText {

    private static final int LONGEST = 32;
    private static final int SHORTEST = 16;
    private static final int SPAN = 16;

    /** Only the head of a long message is searched. */
    private static final int SEARCHED = 8 * 1024;

    private TraceInText() {}

    /** Empty if there is none. */
    static String find(String message) {
        String text = message.length() > SEARCHED ? message.substring(0, SEARCHED) : message;
        String named = named(text);
        return named.isEmpty() ? parent(text) : named;
    }

    private static String named(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        if (lower.length() != text.length()) {
            return "";
        }
        for (int at = lower.indexOf("trace"); at >= 0; at = lower.indexOf("trace", at + 1)) {
            int next = skip(lower, at + "trace".length(), "_- ", 1);
            if (!lower.startsWith("id", next)) {
                continue;
            }
            next = skip(lower, next + "id".length(), "\"' ", 2);
            if (next >= lower.length() || "=:".indexOf(lower.charAt(next)) < 0) {
                continue;
            }
            int start = skip(lower, next + 1, "\"' ", 2);
            int end = hexEnd(lower, start);
            if (isId(lower, start, end)) {
                return text.substring(start, end);
            }
        }
        return "";
    }

    private static String parent(String text) {
        for (int at = text.indexOf("00-"); at >= 0; at = text.indexOf("00-", at + 1)) {
            int start = at + 3;
            int end = hexEnd(text, start);
            boolean whole = end - start == LONGEST && end < text.length() && text.charAt(end) == '-';
            if (whole && hexEnd(text, end + 1) - end - 1 == SPAN && isId(text, start, end)) {
                return text.substring(start, end);
            }
        }
        return "";
    }

    private static boolean isId(String text, int start, int end) {
        int length = end - start;
        return length >= SHORTEST
                && length <= LONGEST
                && text.substring(start, end).chars().anyMatch(c -> c != '0');
    }

    private static int skip(String text, int from, String any, int most) {
        int at = from;
        while (at < text.length() && at < from + most && any.indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return at;
    }

    private static int hexEnd(String text, int start) {
        int end = start;
        while (end < text.length() && end <= start + LONGEST && isHex(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isHex(char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    }
}
