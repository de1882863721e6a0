package io.novacron.oncall.demo.promql;

import java.time.Duration;

/** Evaluates expressions over one store. Any thread. All methods throw {@link PromQlException} where Prometheus answers with an error. */
public final class Evaluation {

    private static final Duration LOOKBACK = Duration.ofMinutes(5);
    private static final Duration SUBQUERY_STEP = Duration.ofMinutes(1);

    private final SeriesStore store;
    private final long lookback;
    private final long subqueryStep;

    public Evaluation(SeriesStore store) {
        this(store, LOOKBACK, SUBQUERY_STEP);
    }

    /**
     * With other defaults than Prometheus'.
     *
     * @param lookback how old the newest sample of a series may be
     * @param subqueryStep the step of a subquery that names none: the server's evaluation interval
     */
    public Evaluation(SeriesStore store, Duration lookback, Duration subqueryStep) {
        this.store = store;
        this.lookback = lookback.toMillis();
        this.subqueryStep = subqueryStep.toMillis();
    }

    /** The value at one moment; of a range vector its samples as a {@link Value.Matrix}. */
    public Value instant(Expr expression, long atMillis) {
        if (expression instanceof Expr.Scalar number) {
            return new Value.Scalar(atMillis, number.value());
        }
        throw PromQlException.execution("cannot evaluate " + expression + " over " + store + " with look-back "
                + lookback + " and subquery step " + subqueryStep);
    }

    /** The values at start, start + step, … up to the end, as a {@link Value.Matrix}; scalars have no labels. */
    public Value range(Expr expression, long startMillis, long endMillis, long stepMillis) {
        return instant(expression, startMillis + endMillis + stepMillis);
    }
}
