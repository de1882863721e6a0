package io.novacron.oncall.demo.estate;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * What the estate lives through before it opens, so that alerts already fire: from shortly before the oldest scenario that
 * breaks something, in steps that grow with it. What came before needs no living through, it is computed when it is read.
 */
record Past(Instant start, Duration step) {

    private static final Duration BEFORE = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofHours(3);
    /** Each step costs an evaluation of all rules, and who opens an estate waits for them. */
    private static final Duration SHORTEST_STEP = Duration.ofSeconds(30);
    /** At most; the longest step is less than the four minutes after which an alert ends that is not sent again. */
    private static final int STEPS = 60;

    static Past of(List<Estate.Begun> begun, Instant now) {
        Duration oldest = begun.stream()
                .filter(one -> !one.scenario().effects().isEmpty())
                .map(Estate.Begun::ago)
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
        Duration wanted = oldest.plus(BEFORE);
        Duration length = wanted.compareTo(LONGEST) < 0 ? wanted : LONGEST;
        Duration step = length.dividedBy(STEPS);
        return new Past(now.minus(length), step.compareTo(SHORTEST_STEP) < 0 ? SHORTEST_STEP : step);
    }
}
