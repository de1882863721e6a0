package io.novacron.oncall.demo.promql;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Operators between two expressions; the higher the binding, the tighter. */
public enum BinaryOperator {
    OR("or", 1, Family.SET),
    AND("and", 2, Family.SET),
    UNLESS("unless", 2, Family.SET),
    EQUAL("==", 3, Family.COMPARISON),
    NOT_EQUAL("!=", 3, Family.COMPARISON),
    LESS("<", 3, Family.COMPARISON),
    LESS_OR_EQUAL("<=", 3, Family.COMPARISON),
    GREATER(">", 3, Family.COMPARISON),
    GREATER_OR_EQUAL(">=", 3, Family.COMPARISON),
    ADD("+", 4, Family.ARITHMETIC),
    SUBTRACT("-", 4, Family.ARITHMETIC),
    MULTIPLY("*", 5, Family.ARITHMETIC),
    DIVIDE("/", 5, Family.ARITHMETIC),
    MODULO("%", 5, Family.ARITHMETIC),
    ATAN2("atan2", 5, Family.ARITHMETIC),
    POWER("^", 6, Family.ARITHMETIC);

    /** What follows a sign binds at least so tightly: {@code -2 ^ 2} is -4, and {@code -2 * 2} is (-2) * 2. */
    static final int UNARY_BINDING = 6;

    enum Family {
        SET,
        COMPARISON,
        ARITHMETIC
    }

    private final String sign;
    private final int binding;
    private final Family family;

    BinaryOperator(String sign, int binding, Family family) {
        this.sign = sign;
        this.binding = binding;
        this.family = family;
    }

    static Optional<BinaryOperator> of(Token token) {
        if (token.kind() != Token.Kind.SIGN && token.kind() != Token.Kind.WORD) {
            return Optional.empty();
        }
        String text = token.text().toLowerCase(Locale.ROOT);
        return Stream.of(values()).filter(one -> one.sign.equals(text)).findFirst();
    }

    public String sign() {
        return sign;
    }

    int binding() {
        return binding;
    }

    boolean isComparison() {
        return family == Family.COMPARISON;
    }

    boolean isSet() {
        return family == Family.SET;
    }

    /** The value of two numbers; a comparison's is 1 where it holds and 0 where not. */
    double compute(double left, double right) {
        return switch (this) {
            case EQUAL -> left == right ? 1 : 0;
            case NOT_EQUAL -> left != right ? 1 : 0;
            case LESS -> left < right ? 1 : 0;
            case LESS_OR_EQUAL -> left <= right ? 1 : 0;
            case GREATER -> left > right ? 1 : 0;
            case GREATER_OR_EQUAL -> left >= right ? 1 : 0;
            case ADD -> left + right;
            case SUBTRACT -> left - right;
            case MULTIPLY -> left * right;
            case DIVIDE -> left / right;
            case MODULO -> left % right;
            case ATAN2 -> Math.atan2(left, right);
            case POWER -> power(left, right);
            case OR, AND, UNLESS -> throw new IllegalArgumentException(sign + " computes no number");
        };
    }

    /** Go's power: unlike in Java, 1 to any power and -1 to an infinite one are 1. */
    private static double power(double base, double exponent) {
        return base == 1 || (base == -1 && Double.isInfinite(exponent)) ? 1 : Math.pow(base, exponent);
    }
}
