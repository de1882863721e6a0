package io.novacron.oncall.core.triage;

import io.novacron.oncall.core.silence.ValueTest;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * A test of values that remembers its answers while the filter stands: the labels of thousands of alerts have few values. A
 * value that would keep a pattern busy for longer than some 100 ms is not tried (reliability guide F90).
 */
final class RememberedTest {

    private static final int MOST = 100_000;

    /** RE2 takes at most one step for each character and instruction; a step takes some nanoseconds. */
    private static final long STEPS = 20_000_000;

    private final Predicate<String> test;
    private final int size;
    private final Map<String, Boolean> answers = new ConcurrentHashMap<>();

    private RememberedTest(Predicate<String> test, int size) {
        this.test = test;
        this.size = size;
    }

    static RememberedTest of(ValueTest test) {
        return new RememberedTest(test::test, test.size());
    }

    /** Equal but for the case. */
    static RememberedTest word(String word) {
        return new RememberedTest(word::equalsIgnoreCase, 0);
    }

    /** What would take too long to decide is doubt, and doubt stays in sight. */
    boolean test(String value) {
        if (size == 0) {
            return test.test(value);
        }
        if ((long) size * value.length() > STEPS) {
            return true;
        }
        Boolean known = answers.get(value);
        if (known == null) {
            known = test.test(value);
            if (answers.size() < MOST) {
                answers.put(value, known);
            }
        }
        return known;
    }
}
