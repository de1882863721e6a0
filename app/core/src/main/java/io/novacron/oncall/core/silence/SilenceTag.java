package io.novacron.oncall.core.silence;

import java.util.Map;

/**
 * The mark {@code [oncall:UUID]} at the end of a silence's comment, by which the silence of one user action is found again on
 * any version of the server; from 0.32 the annotation {@code novacron_id} says the same (alerts guide §4.2). Pure.
 */
public final class SilenceTag {

    private static final String OPEN = " [oncall:";

    private SilenceTag() {}

    /** The UUID of the user action that made the silence; empty for a silence of another tool. */
    public static String id(Silence silence) {
        return id(silence.annotations(), silence.comment());
    }

    /** The same of a silence that is to be posted. */
    public static String id(SilenceSpec spec) {
        return id(spec.annotations(), spec.comment());
    }

    private static String id(Map<String, String> annotations, String comment) {
        String annotated = annotations.getOrDefault(SilenceNote.ID, "");
        if (!annotated.isEmpty()) {
            return annotated;
        }
        String tail = tail(comment);
        int end = tail.indexOf(' ');
        return end < 0 ? tail : tail.substring(0, end);
    }

    /** The comment as a person wrote it. */
    public static String reason(String comment) {
        return tail(comment).isEmpty()
                ? comment.strip()
                : comment.substring(0, comment.lastIndexOf(OPEN)).strip();
    }

    /** {@code text} with the mark that {@code before} had, if it had one. */
    public static String keep(String text, String before) {
        String tail = tail(before);
        return tail.isEmpty() ? text.strip() : text.strip() + OPEN + tail + "]";
    }

    /** A new comment of the user action {@code uuid}. */
    public static String mark(String text, String uuid) {
        return text.strip() + OPEN + uuid + "]";
    }

    private static String tail(String comment) {
        int start = comment.lastIndexOf(OPEN);
        return start < 0 || !comment.endsWith("]")
                ? ""
                : comment.substring(start + OPEN.length(), comment.length() - 1);
    }
}
