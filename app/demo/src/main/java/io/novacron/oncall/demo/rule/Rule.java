package io.novacron.oncall.demo.rule;

import io.novacron.oncall.demo.promql.Expr;
import java.time.Duration;
import java.util.Map;

/** One rule of a group, parsed once and shared by all who evaluate it. */
public sealed interface Rule {

    /** The series it records, or the alert it fires. */
    String name();

    /** The expression as the file has it, blanks joined. */
    String query();

    Expr expression();

    /** Its result is kept as series of its name, with these labels on top. */
    record Recording(String name, String query, Expr expression, Map<String, String> labels) implements Rule {
        public Recording {
            labels = Map.copyOf(labels);
        }
    }

    /**
     * Each element of its result is an alert.
     *
     * @param hold how long the element must be there before the alert fires
     * @param keepFiring how long it goes on firing once the element is gone
     */
    record Alerting(
            String name,
            String query,
            Expr expression,
            Duration hold,
            Duration keepFiring,
            Map<String, Template> labels,
            Map<String, Template> annotations)
            implements Rule {
        public Alerting {
            labels = Map.copyOf(labels);
            annotations = Map.copyOf(annotations);
        }
    }
}
