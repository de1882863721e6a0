package io.novacron.oncall.core.silence;

import java.util.Map;

/**
 * The mark {@code [oncall:UUID]} at the end of a silence's comment, by which the silence of one user action is found again on
 * any version of the server; from 0.32 the annotation {@code novacron_id} says the same (alerts guide §4.2). Pure.
 */
public final class SilenceTag {

    private static final String OPEN = " [oncall:";
    private static final String TWIN_OF = " twin-of=";

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

    /**
     * The UUID that silences of one intent share: each side of a split cluster has one of its own, which names the first by its
     * UUID (reliability guide F53). Empty for a silence of another tool.
     */
    public static String intent(Silence silence) {
        return intent(silence.annotations(), silence.comment());
    }

    /** The same of a silence that is to be posted. */
    public static String intent(SilenceSpec spec) {
        return intent(spec.annotations(), spec.comment());
    }

    private static String intent(Map<String, String> annotations, String comment) {
        String annotated = annotations.getOrDefault(SilenceNote.TWIN_OF, "");
        if (!annotated.isEmpty()) {
            return annotated;
        }
        String tail = tail(comment);
        int twin = tail.indexOf(TWIN_OF);
        return twin < 0 ? id(annotations, comment) : tail.substring(twin + TWIN_OF.length());
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

    /** The same for the action {@code uuid} that does elsewhere what {@code intent} does. */
    public static String markTwin(String text, String uuid, String intent) {
        return mark(text, uuid + TWIN_OF + intent);
    }

    private static String tail(String comment) {
        int start = comment.lastIndexOf(OPEN);
        return start < 0 || !comment.endsWith("]")
                ? ""
                : comment.substring(start + OPEN.length(), comment.length() - 1);
    }
}
