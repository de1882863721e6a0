package io.novacron.oncall.core.triage;

import io.novacron.oncall.core.alert.Alert;
import io.novacron.oncall.core.silence.Matcher;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** One condition of a filter. */
sealed interface Term {

    boolean matches(Alert alert, Scene scene);

    /** What it costs to ask, for the order of the terms. */
    int cost();

    /** A matcher over labels, exactly as in a silence. */
    record OverLabel(Matcher matcher, RememberedTest test) implements Term {
        @Override
        public boolean matches(Alert alert, Scene scene) {
            return test.test(alert.labels().get(matcher.name()));
        }

        @Override
        public int cost() {
            return matcher.op().regex() ? 3 : 1;
        }
    }

    /** A field of the console: it holds if one of the values does, a negative one if none does not. */
    record OverField(Field.Known field, boolean negative, RememberedTest positive) implements Term {
        @Override
        public boolean matches(Alert alert, Scene scene) {
            for (String value : values(alert, scene)) {
                if (positive.test(value)) {
                    return !negative;
                }
            }
            return negative;
        }

        /** A severity is known by its mark and by the word of the label. */
        private Iterable<String> values(Alert alert, Scene scene) {
            return field == Field.Known.SEVERITY
                    ? List.of(alert.severity().mark(), alert.labels().get("severity"))
                    : field.values(alert, scene);
        }

        @Override
        public int cost() {
            return field == Field.Known.CATEGORY ? 4 : 2;
        }
    }

    /** How long it has fired. A start that nobody told is doubt, and doubt stays in sight. */
    record OverAge(boolean older, Duration than) implements Term {
        @Override
        public boolean matches(Alert alert, Scene scene) {
            if (alert.startsAt().equals(Instant.EPOCH)) {
                return true;
            }
            int order = Duration.between(alert.startsAt(), scene.now()).compareTo(than);
            return older ? order > 0 : order < 0;
        }

        @Override
        public int cost() {
            return 0;
        }
    }

    /** Text that stands, whatever its case, in a label's name or value, the summary or the description. */
    record Text(FreeText text) implements Term {
        @Override
        public boolean matches(Alert alert, Scene scene) {
            return text.in(alert.labels())
                    || text.in(alert.annotations().getOrDefault("summary", ""))
                    || text.in(alert.annotations().getOrDefault("description", ""));
        }

        @Override
        public int cost() {
            return 5;
        }
    }
}
