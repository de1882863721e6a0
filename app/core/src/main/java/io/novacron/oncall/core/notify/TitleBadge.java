package io.novacron.oncall.core.notify;

import io.novacron.oncall.core.alert.Severity;
import io.novacron.oncall.core.alert.Verdict;
import java.util.Comparator;

/** What stands before the window's title, so that the task bar tells how things stand. Pure. */
public final class TitleBadge {

    private TitleBadge() {}

    /** {@code (3 S1) TITLE}: how many fire of the worst severity; {@code (?)} where nothing fires unacknowledged but not all is known. */
    public static String on(Verdict verdict, String title) {
        return verdict.firing().keySet().stream()
                .filter(Severity::blocksAllClear)
                .min(Comparator.naturalOrder())
                .map(worst -> "(" + verdict.firing().get(worst) + " " + worst.mark() + ") " + title)
                .orElse(!verdict.doubts().isEmpty() ? "(?) " + title : title);
    }
}
