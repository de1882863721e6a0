package io.novacron.oncall.core.silence;

/** The two notions of white space in Alertmanager's parsers; neither is one of Java's. */
final class Blank {

    private Blank() {}

    /** {@code \s} of RE2: ASCII only and without the vertical tab. */
    static boolean ascii(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r';
    }

    /** Go's {@code unicode.IsSpace}: the Unicode property White_Space. */
    static boolean unicode(char c) {
        return switch (c) {
            case ' ', '\t', '\n', 0x0b, '\f', '\r', 0x85, 0xa0, 0x1680, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000 -> true;
            default -> c >= 0x2000 && c <= 0x200a;
        };
    }
}
