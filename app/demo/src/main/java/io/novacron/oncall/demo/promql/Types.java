package io.novacron.oncall.demo.promql;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts expressions together, and refuses where their types do not fit. */
final class Types {

    private Types() {}

    static Expr binary(
            BinaryOperator operator, Expr left, Expr right, boolean bool, Expr.@Nullable VectorMatching matching) {
        String sign = "\"" + operator.sign() + "\"";
        check(
                isNumeric(left) && isNumeric(right),
                "binary expression must contain only scalar and instant vector types, not "
                        + left.type().title() + " " + sign + " " + right.type().title());
        check(
                !bool || operator.isComparison(),
                "bool modifier can only be used on comparison operators, not on " + sign);
        boolean scalars = left.type() == ValueType.SCALAR && right.type() == ValueType.SCALAR;
        boolean vectors = left.type() == ValueType.VECTOR && right.type() == ValueType.VECTOR;
        check(!scalars || bool || !operator.isComparison(), "comparisons between scalars must use BOOL modifier");
        check(vectors || !operator.isSet(), "set operator " + sign + " not allowed in binary scalar expression");
        if (matching == null) {
            return new Expr.Binary(operator, left, right, bool, Expr.VectorMatching.ALL_LABELS);
        }
        check(vectors || matching.labels().isEmpty(), "vector matching only allowed between instant vectors");
        check(
                !operator.isSet() || matching.many() == Expr.VectorMatching.Many.NEITHER,
                "no grouping allowed for " + sign + " operation");
        Set<String> twice = new HashSet<>(matching.include());
        twice.retainAll(matching.labels());
        check(!matching.on() || twice.isEmpty(), "label " + twice + " must not occur in ON and GROUP clause at once");
        return new Expr.Binary(operator, left, right, bool, matching);
    }

    static void signed(Expr inner) {
        check(
                isNumeric(inner),
                "unary expression only allowed on expressions of type scalar or instant vector, got "
                        + inner.type().title());
    }

    static void subquery(Expr inner) {
        check(
                inner.type() == ValueType.VECTOR,
                "subquery is only allowed on instant vector, got "
                        + inner.type().title() + " instead");
    }

    static Expr aggregate(AggregateOperator operator, List<Expr> arguments, Expr.Grouping grouping) {
        check(!operator.isExperimental(), operator.word() + "() is experimental and not enabled");
        ValueType parameter = operator.parameter();
        int wanted = parameter == null ? 1 : 2;
        check(
                arguments.size() == wanted,
                "wrong number of arguments for aggregate expression " + operator.word() + ", expected " + wanted
                        + ", got " + arguments.size());
        Expr inner = arguments.getLast();
        expect(ValueType.VECTOR, inner, operator.word());
        if (parameter == null) {
            return new Expr.Aggregate(operator, inner, null, grouping);
        }
        expect(parameter, arguments.getFirst(), operator.word());
        return new Expr.Aggregate(operator, inner, arguments.getFirst(), grouping);
    }

    static Expr call(String name, List<Expr> arguments) {
        Function function = Functions.named(name)
                .orElseThrow(() -> PromQlException.syntax("unknown function with name \"" + name + "\""));
        check(
                !(function.body() instanceof Function.Experimental),
                "function \"" + name + "\" is experimental and not enabled");
        check(
                arguments.size() >= function.least() && arguments.size() <= function.most(),
                "expected " + counts(function) + " argument(s) in call to \"" + name + "\", got " + arguments.size());
        for (int i = 0; i < arguments.size(); i++) {
            expect(function.parameter(i), arguments.get(i), "call to function \"" + name + "\"");
        }
        return new Expr.Call(function, arguments);
    }

    private static String counts(Function function) {
        if (function.most() == Integer.MAX_VALUE) {
            return "at least " + function.least();
        }
        return function.least() == function.most()
                ? "" + function.least()
                : function.least() + " to " + function.most();
    }

    private static void expect(ValueType type, Expr argument, String where) {
        check(
                argument.type() == type,
                "expected type " + type.title() + " in " + where + ", got "
                        + argument.type().title());
    }

    private static boolean isNumeric(Expr expression) {
        return expression.type() == ValueType.SCALAR || expression.type() == ValueType.VECTOR;
    }

    private static void check(boolean fits, String message) {
        if (!fits) {
            throw PromQlException.syntax(message);
        }
    }
}
