package io.novacron.oncall.demo.promql;

import java.util.List;

/** A function of PromQL: its signature, by which the parser checks a call, and how it is computed. */
public final class Function {

    private final String name;
    private final List<ValueType> parameters;
    private final int least;
    private final int most;
    private final ValueType result;
    private final Body body;

    private Function(String name, List<ValueType> parameters, int least, int most, ValueType result, Body body) {
        this.name = name;
        this.parameters = parameters;
        this.least = least;
        this.most = most;
        this.result = result;
        this.body = body;
    }

    /** How a function is computed. */
    sealed interface Body {}

    /** From one element of a vector and numbers; the metric's name is dropped. */
    record PerSample(Pointwise compute) implements Body {}

    /** From one series' samples in a range and numbers. */
    record PerWindow(Windowed compute, boolean keepsName) implements Body {}

    /** From all there is. */
    record Whole(Computation compute) implements Body {}

    /** Known to Prometheus 3.8, but only behind a flag that is off by default. */
    record Experimental() implements Body {}

    /** Known to Prometheus 3.8, but not to this evaluator. */
    record Unsupported() implements Body {}

    @FunctionalInterface
    interface Pointwise {
        /** The result for one value, {@link Stale#MARKER} for none; {@code numbers} are the scalar arguments in order. */
        double apply(double value, double[] numbers);
    }

    @FunctionalInterface
    interface Windowed {
        /** The result for a window, {@link Stale#MARKER} for none. The window has at least one sample. */
        double apply(Window window, double[] numbers);
    }

    @FunctionalInterface
    interface Computation {
        List<Track> apply(Evaluator evaluator, List<Expr> arguments);
    }

    static Function vector(String name, Body body, ValueType... parameters) {
        return new Function(name, List.of(parameters), parameters.length, parameters.length, ValueType.VECTOR, body);
    }

    static Function scalar(String name, Body body, ValueType... parameters) {
        return new Function(name, List.of(parameters), parameters.length, parameters.length, ValueType.SCALAR, body);
    }

    /** The same with its last parameter given so often. */
    Function lastFrom(int fewest, int highest) {
        int others = parameters.size() - 1;
        return new Function(name, parameters, others + fewest, saturated(others, highest), result, body);
    }

    public String name() {
        return name;
    }

    ValueType result() {
        return result;
    }

    Body body() {
        return body;
    }

    int least() {
        return least;
    }

    int most() {
        return most;
    }

    /** The type of an argument; the last parameter's type is also that of all beyond. */
    ValueType parameter(int index) {
        return parameters.get(Math.min(index, parameters.size() - 1));
    }

    @Override
    public String toString() {
        return name;
    }

    private static int saturated(int others, int highest) {
        return highest == Integer.MAX_VALUE ? highest : others + highest;
    }
}
