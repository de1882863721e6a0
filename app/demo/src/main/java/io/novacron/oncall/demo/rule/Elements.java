package io.novacron.oncall.demo.rule;

import io.novacron.oncall.core.alert.Labels;
import io.novacron.oncall.demo.promql.Value;
import java.util.List;

/** The result of a rule's expression as Prometheus reads it: a vector, or a number as a vector without labels. */
final class Elements {

    private Elements() {}

    /** @throws RuleEvaluationException if it is neither */
    static List<Value.Element> of(Value value) {
        return switch (value) {
            case Value.Vector vector -> vector.elements();
            case Value.Scalar number -> List.of(new Value.Element(Labels.NONE, number.time(), number.value()));
            case Value.Matrix _, Value.Text _ ->
                throw new RuleEvaluationException("rule result is not a vector or scalar");
        };
    }
}
