package io.novacron.oncall.core.text;

/**
 * Makes text from outside safe to show and to log: nothing in it can move the cursor, turn the writing direction, hide or
 * forge a line (reliability guide F80 to F84).
 */
public final class Visible {

    /** What a table cell or a message shows of one text (reliability guide §2). */
    public static final int CELL = 512;

    private Visible() {}

    /** One line of at most {@link #CELL} characters; what was cut off is counted. */
    public static String line(String text) {
        return line(text, CELL);
    }

    /** One line of at most {@code limit} characters plus the count of those left out. */
    public static String line(String text, int limit) {
        int end = cut(text, limit);
        String shown = escape(text, end, false);
        return end == text.length() ? shown : shown + "… (" + text.length() + " characters)";
    }

    /** All of the text with its line breaks and tabs; everything else that does not print is written out. */
    public static String block(String text) {
        return escape(text, text.length(), true);
    }

    /** At most {@code limit} characters with everything but printable ASCII written out, so that no letter stands for another. */
    public static String raw(String text, int limit) {
        int end = cut(text, limit);
        StringBuilder out = new StringBuilder(end + 16);
        text.substring(0, end).codePoints().forEach(c -> {
            if (c >= 0x20 && c < 0x7f) {
                out.appendCodePoint(c);
            } else {
                out.append(String.format("U+%04X", c));
            }
        });
        return end == text.length() ? out.toString() : out + "… (" + text.length() + " characters)";
    }

    /** True where {@link #line} would show something else than the text: it hides, turns or cuts. */
    public static boolean suspicious(String text) {
        return text.codePoints().anyMatch(c -> !harmless(c));
    }

    private static int cut(String text, int limit) {
        if (text.length() <= limit) {
            return text.length();
        }
        return Character.isHighSurrogate(text.charAt(limit - 1)) ? limit - 1 : limit;
    }

    private static String escape(String text, int end, boolean keepBreaks) {
        StringBuilder out = new StringBuilder(end + 16);
        for (int i = 0; i < end; ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            boolean kept = keepBreaks && (c == '\n' || c == '\t');
            if (kept || harmless(c)) {
                out.appendCodePoint(c);
            } else {
                append(out, c);
            }
        }
        return out.toString();
    }

    private static void append(StringBuilder out, int c) {
        switch (c) {
            case '\n' -> out.append('⏎');
            case '\r' -> out.append('␍');
            case '\t' -> out.append(' ');
            case 0x1b -> out.append('␛');
            default -> out.append(String.format("U+%04X", c));
        }
    }

    private static boolean harmless(int c) {
        if (c >= 0x20 && c < 0x7f) {
            return true;
        }
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
