package io.novacron.oncall.demo.rule;

import io.novacron.oncall.demo.promql.Evaluation;
import io.novacron.oncall.demo.promql.Expr;
import io.novacron.oncall.demo.promql.PromQlException;
import io.novacron.oncall.demo.promql.Value;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** Finds expressions that are the same at all times because they read no series: {@code vector(1)}. */
final class Constant {

    private Constant() {}

    /** What the expression always is; empty where it reads series or is nothing. */
    static List<Value.Element> elements(Expr expression) {
        AtomicBoolean read = new AtomicBoolean();
        Evaluation evaluation = new Evaluation((_, _, _) -> {
            read.set(true);
            return List.of();
        });
        try {
            List<Value.Element> elements = Elements.of(evaluation.instant(expression, 0));
            return read.get() ? List.of() : elements;
        } catch (PromQlException | RuleEvaluationException e) {
            return List.of();
        }
    }
}
