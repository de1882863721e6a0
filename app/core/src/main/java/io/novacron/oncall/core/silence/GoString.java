package io.novacron.oncall.core.silence;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** An interpreted string of Go, in double quotes; {@code \x} and octal escapes are bytes, so the whole must end up UTF-8. */
final class GoString {

    private final String text;
    private final int end;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private int at;

    private GoString(String text, int from, int end) {
        this.text = text;
        this.at = from;
        this.end = end;
    }

    /** {@code from} and {@code to} take in the quotes. */
    static String unquote(String text, int from, int to) throws MatcherSyntaxException {
        GoString string = new GoString(text, from + 1, to - 1);
        string.read();
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(string.bytes.toByteArray()))
                    .toString();
        } catch (CharacterCodingException e) {
            throw Column.wrong("The escapes of this text do not make valid UTF-8.", text, from);
        }
    }

    private void read() throws MatcherSyntaxException {
        while (at < end) {
            char c = text.charAt(at);
            if (c == '\n') {
                throw Column.wrong("A line break within double quotes is written as \\n.", text, at);
            }
            if (c == '\\') {
                escape();
            } else {
                int point = text.codePointAt(at);
                at += Character.charCount(point);
                add(point);
            }
        }
    }

    private void escape() throws MatcherSyntaxException {
        int start = at;
        char c = text.charAt(at + 1);
        at += 2;
        switch (c) {
            case 'a' -> bytes.write(0x07);
            case 'b' -> bytes.write('\b');
            case 'f' -> bytes.write('\f');
            case 'n' -> bytes.write('\n');
            case 'r' -> bytes.write('\r');
            case 't' -> bytes.write('\t');
            case 'v' -> bytes.write(0x0b);
            case '\\', '"' -> bytes.write(c);
            case 'x' -> bytes.write(digits(start, 2, 16));
            case 'u' -> add(point(start, digits(start, 4, 16)));
            case 'U' -> add(point(start, digits(start, 8, 16)));
            case '0', '1', '2', '3', '4', '5', '6', '7' -> {
                at--;
                bytes.write(octal(start));
            }
            default -> throw unknown(start);
        }
    }

    private int octal(int start) throws MatcherSyntaxException {
        int value = digits(start, 3, 8);
        if (value > 0xff) {
            throw unknown(start);
        }
        return value;
    }

    private int digits(int start, int count, int radix) throws MatcherSyntaxException {
        long value = 0;
        for (int i = 0; i < count; i++, at++) {
            // Character.digit knows the digits of all scripts, Go those of ASCII
            int digit = at < end && text.charAt(at) < 0x80 ? Character.digit(text.charAt(at), radix) : -1;
            if (digit < 0) {
                throw unknown(start);
            }
            value = value * radix + digit;
        }
        return value > Character.MAX_CODE_POINT ? Integer.MAX_VALUE : (int) value;
    }

    private int point(int start, int value) throws MatcherSyntaxException {
        if (value > Character.MAX_CODE_POINT
                || (value >= Character.MIN_SURROGATE && value <= Character.MAX_SURROGATE)) {
            throw unknown(start);
        }
        return value;
    }

    private void add(int point) {
        bytes.writeBytes(Character.toString(point).getBytes(StandardCharsets.UTF_8));
    }

    private MatcherSyntaxException unknown(int start) {
        return Column.wrong(
                "This is no escape of a text in double quotes; a backslash itself is written as \\\\.", text, start);
    }
}
