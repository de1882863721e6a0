package io.novacron.oncall.demo.promql;

/** What all parts of one query share: where they read, the server's defaults, the query's ends, and how much it may still hold. */
final class Query {

    /** About a quarter of what Prometheus allows by default, since the estate shares its heap with the console. */
    static final long MOST_VALUES = 12_000_000;

    private final SeriesStore store;
    private final long lookback;
    private final long subqueryStep;
    private final long start;
    private final long end;
    private long spent;

    Query(SeriesStore store, long lookback, long subqueryStep, long start, long end) {
        this.store = store;
        this.lookback = lookback;
        this.subqueryStep = subqueryStep;
        this.start = start;
        this.end = end;
    }

    SeriesStore store() {
        return store;
    }

    long lookback() {
        return lookback;
    }

    long subqueryStep() {
        return subqueryStep;
    }

    /** Where a selector looks when it is evaluated at a time. */
    long shifted(Expr.Shift shift, long time) {
        long base = switch (shift.at()) {
            case null -> time;
            case Expr.At.Time fixed -> fixed.millis();
            case Expr.At.Edge edge -> edge == Expr.At.Edge.START ? start : end;
        };
        return base - shift.offsetMillis();
    }

    /** Accounts for values that the query now holds. */
    void spend(long values) {
        spent += values;
        if (spent > MOST_VALUES) {
            throw tooMany();
        }
    }

    static PromQlException tooMany() {
        return PromQlException.execution("query processing would load too many samples into memory: more than "
                + MOST_VALUES + " values; choose fewer series, a shorter range or a longer step");
    }
}
