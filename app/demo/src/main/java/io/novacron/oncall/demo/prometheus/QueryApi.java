package io.novacron.oncall.demo.prometheus;

import io.novacron.oncall.core.time.Clock;
import io.novacron.oncall.demo.http.Reply;
import io.novacron.oncall.demo.promql.Evaluation;
import io.novacron.oncall.demo.promql.Expr;
import io.novacron.oncall.demo.promql.PromQlException;
import io.novacron.oncall.demo.promql.SeriesStore;
import io.novacron.oncall.demo.promql.Value;
import io.novacron.oncall.demo.promql.ValueType;
import java.time.Duration;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/** {@code query} and {@code query_range}. */
record QueryApi(SeriesStore store, Clock clock) {

    static final Duration LOOKBACK = Duration.ofMinutes(5);
    static final Duration TIMEOUT = Duration.ofMinutes(2);
    private static final long MOST_STEPS = 11_000;

    Reply query(Parameters parameters) {
        int limit = parameters.limit();
        long time = parameters.time("time", clock.now().toEpochMilli());
        Evaluation evaluation = evaluation(parameters);
        Expr query = parameters.query();
        return answer(() -> evaluation.instant(query, time), limit);
    }

    Reply range(Parameters parameters) {
        int limit = parameters.limit();
        long start = parameters.time("start");
        long end = parameters.time("end");
        if (end < start) {
            throw ApiError.badParameter("end", "end timestamp must not be before start time");
        }
        long step = parameters.duration("step");
        if (step <= 0) {
            throw ApiError.badParameter(
                    "step", "zero or negative query resolution step widths are not accepted. Try a positive integer");
        }
        if ((end - start) / step > MOST_STEPS) {
            throw ApiError.badData("exceeded maximum resolution of 11,000 points per timeseries."
                    + " Try decreasing the query resolution (?step=XX)");
        }
        Evaluation evaluation = evaluation(parameters);
        Expr query = parameters.query();
        if (query.type() != ValueType.SCALAR && query.type() != ValueType.VECTOR) {
            throw ApiError.badParameter(
                    "query",
                    "invalid expression type \"" + query.type().title()
                            + "\" for range query, must be Scalar or instant Vector");
        }
        return answer(() -> evaluation.range(query, start, end, step), limit);
    }

    private interface Computation {
        Value value();
    }

    private Evaluation evaluation(Parameters parameters) {
        long timeout = parameters.duration("timeout", TIMEOUT.toMillis());
        return new Evaluation(
                new GuardedStore(store, clock, Math.min(timeout, TIMEOUT.toMillis())),
                Duration.ofMillis(parameters.lookback(LOOKBACK.toMillis())),
                Scrapes.EVALUATION_INTERVAL);
    }

    private static Reply answer(Computation computation, int limit) {
        Value value;
        try {
            value = computation.value();
        } catch (PromQlException e) {
            throw ApiError.of(e);
        }
        boolean cut = limit > 0
                && switch (value) {
                    case Value.Vector vector -> vector.elements().size() > limit;
                    case Value.Matrix matrix -> matrix.series().size() > limit;
                    case Value.Scalar _, Value.Text _ -> false;
                };
        return Answer.of(
                out -> write(out, value, cut ? limit : Integer.MAX_VALUE), cut ? List.of(Answer.TRUNCATED) : List.of());
    }

    private static void write(JsonGenerator out, Value value, int limit) {
        out.writeStartObject();
        out.writeStringProperty(
                "resultType",
                switch (value) {
                    case Value.Scalar _ -> "scalar";
                    case Value.Text _ -> "string";
                    case Value.Vector _ -> "vector";
                    case Value.Matrix _ -> "matrix";
                });
        out.writeName("result");
        switch (value) {
            case Value.Scalar scalar -> Answer.sample(out, scalar.time(), scalar.value());
            case Value.Text text -> Answer.sample(out, text.time(), text.text());
            case Value.Vector vector -> {
                out.writeStartArray();
                vector.elements().stream().limit(limit).forEach(element -> element(out, element));
                out.writeEndArray();
            }
            case Value.Matrix matrix -> {
                out.writeStartArray();
                matrix.series().stream().limit(limit).forEach(series -> series(out, series));
                out.writeEndArray();
            }
        }
        out.writeEndObject();
    }

    private static void element(JsonGenerator out, Value.Element element) {
        out.writeStartObject();
        out.writeName("metric");
        Answer.labels(out, element.labels());
        out.writeName("value");
        Answer.sample(out, element.time(), element.value());
        out.writeEndObject();
    }

    private static void series(JsonGenerator out, Value.Series series) {
        out.writeStartObject();
        out.writeName("metric");
        Answer.labels(out, series.labels());
        out.writeName("values");
        out.writeStartArray();
        for (int i = 0; i < series.times().length; i++) {
            Answer.sample(out, series.times()[i], series.values()[i]);
        }
        out.writeEndArray();
        out.writeEndObject();
    }
}
