package io.novacron.oncall.core.silence;

import com.google.re2j.PatternSyntaxException;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Closes the gaps between RE2/J and Go's RE2, found by running both. Go lets two groups bear one name, here names go away,
 * for nobody asks for them. Go refuses a backslash before a letter beyond ASCII and counted repetitions that multiply to
 * more than 1000 (RE2/J compiles them until memory ends), and so it is here. Go repeats
 * a brace that stands for itself. Nesting and size have a bound of their own.
 */
final class GoPattern {

    private static final int REPEAT = 1000;
    private static final int DEPTH = 1000;
    private static final long SIZE = 500_000;

    /** Of the group being read: the largest product of repetitions in it, and its size in instructions, roughly. */
    private static final class Frame {
        private long repeat = 1;
        private long size;
        private long lastRepeat = 1;
        private long lastSize;
    }

    private final String pattern;
    private final StringBuilder out;
    private final Deque<Frame> frames = new ArrayDeque<>();
    private Frame frame = new Frame();
    private int at;

    private GoPattern(String pattern) {
        this.pattern = pattern;
        this.out = new StringBuilder(pattern.length());
    }

    /** The same pattern for RE2/J. */
    static String translate(String pattern) {
        return new GoPattern(pattern).run();
    }

    private String run() {
        while (at < pattern.length()) {
            switch (pattern.charAt(at)) {
                case '\\' -> atom(escapeEnd(at, true));
                case '[' -> atom(classEnd());
                case '(' -> open();
                case ')' -> close();
                case '{' -> repeat();
                default -> atom(at + 1);
            }
        }
        return out.toString();
    }

    private void atom(int end) {
        out.append(pattern, at, end);
        last(1, end - at);
        at = end;
    }

    private void last(long repeat, long size) {
        frame.lastRepeat = repeat;
        frame.lastSize = size;
        frame.repeat = Math.max(frame.repeat, repeat);
        frame.size += size;
        if (frame.size > SIZE) {
            throw new PatternSyntaxException("it is too large");
        }
    }

    private void open() {
        int flags = flagsEnd(at + 1);
        if (flags > 0) {
            // (?i) is no group: a repetition after it repeats what stands before it
            out.append(pattern, at, flags);
            at = flags;
            return;
        }
        frames.push(frame);
        frame = new Frame();
        if (frames.size() > DEPTH) {
            throw new PatternSyntaxException("it nests too deeply");
        }
        int end = nameEnd(at + 1);
        out.append(end > at + 1 ? "(?:" : "(");
        at = end;
    }

    /** After {@code ?flags)}; −1 where it is something else. */
    private int flagsEnd(int start) {
        int i = start + 1;
        while (i < pattern.length() && (pattern.charAt(i) == '-' || nameCharacter(pattern.charAt(i)))) {
            i++;
        }
        return pattern.startsWith("?", start) && pattern.startsWith(")", i) ? i + 1 : -1;
    }

    private int nameEnd(int start) {
        int name = pattern.startsWith("?P<", start) ? start + 3 : pattern.startsWith("?<", start) ? start + 2 : -1;
        if (name < 0) {
            return start;
        }
        int i = name;
        while (i < pattern.length() && nameCharacter(pattern.charAt(i))) {
            i++;
        }
        // what is no proper name stays, for RE2/J to refuse it
        return i > name && i < pattern.length() && pattern.charAt(i) == '>' ? i + 1 : start;
    }

    private void close() {
        out.append(')');
        at++;
        if (!frames.isEmpty()) {
            Frame inner = frame;
            frame = frames.pop();
            last(inner.repeat, inner.size + 2);
        }
    }

    private void repeat() {
        int end = pattern.indexOf('}', at);
        int count = end < 0 ? -1 : count(pattern.substring(at + 1, end));
        if (count < 0) {
            // it stands for itself, but RE2/J refuses to repeat it unless it is escaped
            out.append('\\');
            atom(at + 1);
            return;
        }
        out.append(pattern, at, end + 1);
        at = end + 1;
        long product = frame.lastRepeat * count;
        if (product > REPEAT) {
            throw new PatternSyntaxException("its repetitions multiply to more than " + REPEAT);
        }
        frame.size -= frame.lastSize;
        last(product, frame.lastSize * Math.max(count, 1));
    }

    /** The larger number of {@code n}, {@code n,} or {@code n,m}; −1 where it is none of them and stands for itself. */
    private static int count(String text) {
        int comma = text.indexOf(',');
        int min = number(comma < 0 ? text : text.substring(0, comma));
        if (comma < 0 || comma == text.length() - 1) {
            return min;
        }
        int max = number(text.substring(comma + 1));
        return min < 0 || max < 0 ? -1 : max;
    }

    private static int number(String digits) {
        if (digits.isEmpty() || (digits.length() > 1 && digits.charAt(0) == '0')) {
            return -1;
        }
        int value = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            value = Math.min(value * 10 + digit, REPEAT + 1);
        }
        return value;
    }

    private int escapeEnd(int start, boolean outsideClass) {
        if (start + 1 >= pattern.length()) {
            return pattern.length();
        }
        char c = pattern.charAt(start + 1);
        if (c >= 0x80) {
            throw new PatternSyntaxException("a backslash before " + pattern.substring(start + 1, start + 2));
        }
        if (c == 'Q' && outsideClass) {
            int close = pattern.indexOf("\\E", start + 2);
            return close < 0 ? pattern.length() : close + 2;
        }
        boolean braced = (c == 'x' || c == 'p' || c == 'P') && pattern.startsWith("{", start + 2);
        int close = braced ? pattern.indexOf('}', start + 3) : -1;
        return close < 0 ? start + 2 : close + 1;
    }

    private int classEnd() {
        int i = pattern.startsWith("^", at + 1) ? at + 2 : at + 1;
        boolean first = true;
        while (i < pattern.length() && (first || pattern.charAt(i) != ']')) {
            int posixEnd = pattern.startsWith("[:", i) ? pattern.indexOf(":]", i + 2) : -1;
            if (posixEnd >= 0) {
                i = posixEnd + 2;
            } else {
                i = pattern.charAt(i) == '\\' ? escapeEnd(i, false) : i + 1;
            }
            first = false;
        }
        return Math.min(i + 1, pattern.length());
    }

    private static boolean nameCharacter(char c) {
        return c == '_' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
