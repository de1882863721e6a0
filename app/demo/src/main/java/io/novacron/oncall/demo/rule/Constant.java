package io.novacron.oncall.demo.rule;

import io.novacron.oncall.demo.promql.Evaluation;
import io.novacron.oncall.demo.promql.Expr;
import io.novacron.oncall.demo.promql.PromQlException;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** Tells expressions that are there at all times and read no series: {@code vector(1)}. */
final class Constant {

    private Constant() {}

    static boolean is(Expr expression) {
        AtomicBoolean read = new AtomicBoolean();
        Evaluation evaluation = new Evaluation((_, _, _) -> {
            read.set(true);
            return List.of();
        });
        try {
            return !Elements.of(evaluation.instant(expression, 0)).isEmpty() && !read.get();
        } catch (PromQlException | RuleEvaluationException e) {
            return false;
        }
    }
}
