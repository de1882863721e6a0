package io.novacron.oncall.demo.promql;

import static io.novacron.oncall.demo.promql.ValueType.SCALAR;
import static io.novacron.oncall.demo.promql.ValueType.VECTOR;

import java.util.List;
import java.util.function.DoubleUnaryOperator;

/** Functions of one value. */
final class MathFunctions {

    static final List<Function> ALL = List.of(
            of("abs", Math::abs),
            of("ceil", Math::ceil),
            of("floor", Math::floor),
            of("exp", Math::exp),
            of("sqrt", Math::sqrt),
            of("ln", Math::log),
            of("log2", MathFunctions::binaryLogarithm),
            of("log10", Math::log10),
            of("sgn", Math::signum),
            of("sin", Math::sin),
            of("cos", Math::cos),
            of("tan", Math::tan),
            of("asin", Math::asin),
            of("acos", Math::acos),
            of("atan", Math::atan),
            of("sinh", Math::sinh),
            of("cosh", Math::cosh),
            of("tanh", Math::tanh),
            of("asinh", x -> Math.copySign(inverseHyperbolicSine(Math.abs(x)), x)),
            of("acosh", MathFunctions::inverseHyperbolicCosine),
            of("atanh", x -> 0.5 * (Math.log1p(x) - Math.log1p(-x))),
            of("rad", x -> x * Math.PI / 180),
            of("deg", x -> x * 180 / Math.PI),
            Function.scalar("pi", new Function.Whole((evaluator, _) -> evaluator.constant(Math.PI))),
            of("clamp", (value, bounds) -> clamped(value, bounds[0], bounds[1]), SCALAR, SCALAR),
            of("clamp_min", (value, bounds) -> clamped(value, bounds[0], Double.POSITIVE_INFINITY), SCALAR),
            of("clamp_max", (value, bounds) -> clamped(value, Double.NEGATIVE_INFINITY, bounds[0]), SCALAR),
            of("round", MathFunctions::rounded, SCALAR).lastFrom(0, 1));

    /** Beyond it one more or less under a root makes no difference, and squares might overflow. */
    private static final double LARGE = 1e10;

    private MathFunctions() {}

    private static Function of(String name, DoubleUnaryOperator compute) {
        return of(name, (value, _) -> compute.applyAsDouble(value));
    }

    private static Function of(String name, Function.Pointwise compute, ValueType... numbers) {
        ValueType[] parameters = new ValueType[numbers.length + 1];
        parameters[0] = VECTOR;
        System.arraycopy(numbers, 0, parameters, 1, numbers.length);
        return Function.vector(name, new Function.PerSample(compute), parameters);
    }

    /** Exact for powers of two. */
    private static double binaryLogarithm(double x) {
        if (x > 0 && x < Double.POSITIVE_INFINITY && x >= Double.MIN_NORMAL) {
            int exponent = Math.getExponent(x);
            return exponent + Math.log(Math.scalb(x, -exponent)) / Math.log(2);
        }
        return Math.log(x) / Math.log(2);
    }

    /** Of a number that is not negative. */
    private static double inverseHyperbolicSine(double x) {
        return x > LARGE ? Math.log(x) + Math.log(2) : Math.log1p(x + x * x / (1 + Math.sqrt(x * x + 1)));
    }

    private static double inverseHyperbolicCosine(double x) {
        return x > LARGE ? Math.log(x) + Math.log(2) : Math.log1p(x - 1 + Math.sqrt((x - 1) * (x + 1)));
    }

    /** Infinity wins over NaN, as in Go. */
    private static double clamped(double value, double least, double most) {
        if (most < least) {
            return Stale.MARKER;
        }
        return greater(least, lesser(most, value));
    }

    private static double lesser(double left, double right) {
        boolean infinite = left == Double.NEGATIVE_INFINITY || right == Double.NEGATIVE_INFINITY;
        return infinite ? Double.NEGATIVE_INFINITY : Math.min(left, right);
    }

    private static double greater(double left, double right) {
        boolean infinite = left == Double.POSITIVE_INFINITY || right == Double.POSITIVE_INFINITY;
        return infinite ? Double.POSITIVE_INFINITY : Math.max(left, right);
    }

    /** To the nearest multiple, ties up. */
    private static double rounded(double value, double[] nearest) {
        double inverse = 1.0 / (nearest.length > 0 ? nearest[0] : 1.0);
        return Math.floor(value * inverse + 0.5) / inverse;
    }
}
