package io.novacron.oncall.demo.promql;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * A string of PromQL: single or double quotes with Go's escapes, or backticks without any.
 *
 * @param value what it stands for
 * @param end the position behind the closing quote
 */
record StringLiteral(String value, int end) {

    static StringLiteral read(String text, int start) {
        return new Reader(text, start).read();
    }

    private static final class Reader {

        private final String text;
        private final int start;
        private final char quote;
        /** Escapes may stand for single bytes of a character. */
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        private int at;

        Reader(String text, int start) {
            this.text = text;
            this.start = start;
            this.quote = text.charAt(start);
            this.at = start + 1;
        }

        StringLiteral read() {
            while (true) {
                int c = next();
                if (c == quote) {
                    return new StringLiteral(bytes.toString(StandardCharsets.UTF_8), at);
                }
                if (c == '\n' && quote != '`') {
                    throw unterminated();
                }
                if (c == '\\' && quote != '`') {
                    escape();
                } else {
                    put(c);
                }
            }
        }

        private void escape() {
            int c = next();
            switch (c) {
                case 'a' -> bytes.write(7);
                case 'b' -> bytes.write('\b');
                case 'f' -> bytes.write('\f');
                case 'n' -> bytes.write('\n');
                case 'r' -> bytes.write('\r');
                case 't' -> bytes.write('\t');
                case 'v' -> bytes.write(11);
                case '\\' -> bytes.write('\\');
                case 'x' -> bytes.write(digits(2, 16, 0));
                case 'u' -> put(character(digits(4, 16, 0)));
                case 'U' -> put(character(digits(8, 16, 0)));
                case '0', '1', '2', '3', '4', '5', '6', '7' -> bytes.write(octal(c - '0'));
                default -> {
                    if (c != quote) {
                        throw PromQlException.syntax("unknown escape sequence \\" + Character.toString(c)
                                + " in the string at position " + (start + 1));
                    }
                    bytes.write(c);
                }
            }
        }

        private int octal(int first) {
            int value = digits(2, 8, first);
            if (value > 255) {
                throw invalid();
            }
            return value;
        }

        private int digits(int count, int base, int first) {
            long value = first;
            for (int i = 0; i < count; i++) {
                int digit = Character.digit(next(), base);
                if (digit < 0) {
                    throw invalid();
                }
                value = value * base + digit;
            }
            return (int) Math.min(value, Integer.MAX_VALUE);
        }

        private int character(int code) {
            if (!Character.isValidCodePoint(code) || (code >= 0xd800 && code < 0xe000)) {
                throw invalid();
            }
            return code;
        }

        private int next() {
            if (at >= text.length()) {
                throw unterminated();
            }
            int c = text.codePointAt(at);
            at += Character.charCount(c);
            return c;
        }

        private void put(int c) {
            bytes.writeBytes(Character.toString(c).getBytes(StandardCharsets.UTF_8));
        }

        private PromQlException unterminated() {
            return PromQlException.syntax("the string at position " + (start + 1) + " has no closing quote");
        }

        private PromQlException invalid() {
            return PromQlException.syntax(
                    "the string at position " + (start + 1) + " has an escape that stands for no character");
        }
    }
}
