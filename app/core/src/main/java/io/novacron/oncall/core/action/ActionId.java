package io.novacron.oncall.core.action;

import io.novacron.oncall.core.silence.Silence;
import io.novacron.oncall.core.silence.SilenceSpec;
import java.util.Map;

/** The UUID by which a silence names the action that made it (alerts guide §4.2). */
final class ActionId {

    private static final String ANNOTATION = "novacron_id";
    private static final String MARK = "[oncall:";
    private static final int LENGTH = 36;

    private ActionId() {}

    /** Whether the silence was made by the action of this UUID. */
    static boolean in(Silence silence, String uuid) {
        return silence.comment().contains("oncall:" + uuid)
                || uuid.equals(silence.annotations().get(ANNOTATION));
    }

    /** Empty where it names none. */
    static String of(Silence silence) {
        return of(silence.annotations(), silence.comment());
    }

    /** Empty where it names none. */
    static String of(SilenceSpec spec) {
        return of(spec.annotations(), spec.comment());
    }

    private static String of(Map<String, String> annotations, String comment) {
        String annotated = annotations.getOrDefault(ANNOTATION, "");
        int mark = comment.lastIndexOf(MARK);
        int start = mark + MARK.length();
        return !annotated.isEmpty() || mark < 0 || comment.length() < start + LENGTH
                ? annotated
                : comment.substring(start, start + LENGTH);
    }
}
