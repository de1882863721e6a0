package io.novacron.oncall.differential;

import io.novacron.oncall.demo.promql.Expr;
import io.novacron.oncall.demo.promql.LabelMatcher;
import java.util.Set;
import java.util.TreeSet;

/** The names of the metrics that an expression selects. */
final class Selected {

    private final Set<String> names = new TreeSet<>();

    private Selected() {}

    static Set<String> names(Expr expression) {
        Selected selected = new Selected();
        selected.visit(expression);
        return selected.names;
    }

    private void visit(Expr expression) {
        switch (expression) {
            case Expr.Selector selector ->
                selector.matchers().stream()
                        .filter(matcher -> matcher.name().equals("__name__"))
                        .map(LabelMatcher::value)
                        .forEach(names::add);
            case Expr.Range range -> visit(range.selector());
            case Expr.Subquery subquery -> visit(subquery.inner());
            case Expr.Parentheses parentheses -> visit(parentheses.inner());
            case Expr.Negation negation -> visit(negation.inner());
            case Expr.Aggregate aggregate -> visit(aggregate.inner());
            case Expr.Call call -> call.arguments().forEach(this::visit);
            case Expr.Binary binary -> {
                visit(binary.left());
                visit(binary.right());
            }
            case Expr.Scalar _, Expr.Text _ -> {}
        }
    }
}
