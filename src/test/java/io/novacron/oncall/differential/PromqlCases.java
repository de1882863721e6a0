package io.novacron.oncall.differential;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is asked of both sides, by function or operator. */
final class PromqlCases {

    /** A query at one moment, or a range where end and step are given. Times in epoch milliseconds. */
    record Asked(String query, long start, long end, long step) {

        boolean isInstant() {
            return step == 0;
        }

        static Asked at(String query, long time) {
            return new Asked(query, time, time, 0);
        }
    }

    private static final List<String> VECTORS = List.of(
            "temperature",
            "requests_total",
            "requests_total{code=\"500\"}",
            "temperature{place=~\"k.*|roof\"} offset 7m",
            "limit offset -3m",
            "temperature{place!=\"roof\"} @ %START%",
            "sparse",
            "irregular",
            "unit",
            "rate(requests_total[5m])",
            "temperature > 20",
            "{\"utf8.metric\", plain=\"yes\"}",
            "flap_gauge",
            "-level",
            "{__name__=~\"twin_.\"}");

    private static final List<String> RANGES = List.of(
            "requests_total[5m]",
            "temperature[10m]",
            "requests_total{instance!~\"a|c\"}[90s] offset 2m",
            "sparse[30m]",
            "temperature{place=\"roof\"}[45s]",
            "requests_total{code=~\".0.\"}[20m] @ end()",
            "flap_total[30s]",
            "flap_gauge[17s] offset -2s",
            "irregular[3m]",
            "rate(requests_total[2m])[10m:1m]",
            "temperature{place=\"attic\"}[2m:]",
            "temperature[7m:90s] offset 1m",
            "huge[4m]",
            "constant[300]",
            "{__name__=~\"twin_.\"}[2m]");

    private static final List<String> MATHS = List.of(
            "abs",
            "ceil",
            "floor",
            "exp",
            "sqrt",
            "ln",
            "log2",
            "log10",
            "sgn",
            "sin",
            "cos",
            "tan",
            "asin",
            "acos",
            "atan",
            "sinh",
            "cosh",
            "tanh",
            "asinh",
            "acosh",
            "atanh",
            "rad",
            "deg",
            "round",
            "absent",
            "scalar",
            "timestamp",
            "sort",
            "sort_desc");

    private static final List<String> OVER_RANGES = List.of(
            "rate",
            "irate",
            "increase",
            "delta",
            "idelta",
            "deriv",
            "resets",
            "changes",
            "avg_over_time",
            "min_over_time",
            "max_over_time",
            "sum_over_time",
            "count_over_time",
            "stddev_over_time",
            "stdvar_over_time",
            "last_over_time",
            "present_over_time",
            "absent_over_time",
            "first_over_time");

    private static final List<String> DATES =
            List.of("minute", "hour", "day_of_week", "day_of_month", "day_of_year", "days_in_month", "month", "year");

    private static final List<String> AGGREGATES =
            List.of("sum", "avg", "min", "max", "count", "group", "stddev", "stdvar");

    private static final List<String> ARITHMETIC = List.of("+", "-", "*", "/", "%", "^", "atan2");
    private static final List<String> COMPARISONS = List.of("==", "!=", "<", "<=", ">", ">=");

    private final Map<String, List<String>> byName = new LinkedHashMap<>();

    private PromqlCases() {}

    /** Queries by the function or operator that they are about. */
    static Map<String, List<String>> queries() {
        PromqlCases cases = new PromqlCases();
        MATHS.forEach(name -> VECTORS.forEach(vector -> cases.add(name, name + "(" + vector + ")")));
        OVER_RANGES.forEach(name -> RANGES.forEach(range -> cases.add(name, name + "(" + range + ")")));
        RANGES.forEach(range -> cases.add("range vector", range));
        VECTORS.forEach(vector -> cases.add("selector", vector));
        cases.dates();
        cases.aggregates();
        cases.operators();
        PromqlSpecials.addTo(cases);
        PromqlLanguage.addTo(cases);
        return cases.byName;
    }

    void add(String name, String... queries) {
        byName.computeIfAbsent(name, _ -> new ArrayList<>()).addAll(List.of(queries));
    }

    private void dates() {
        for (String name : DATES) {
            for (String argument : List.of(
                    "",
                    "moment",
                    "moment{zone=\"past\"} - 1e8",
                    "vector(time())",
                    "vector(1709210096)",
                    "level * 1e8",
                    "moment offset 1h",
                    "timestamp(temperature)",
                    "moment @ %START%",
                    "sum(moment)")) {
                add(name, name + "(" + argument + ")");
            }
        }
    }

    private void aggregates() {
        for (String name : AGGREGATES) {
            for (String rest : List.of(
                    "(temperature)",
                    "(requests_total)",
                    " by (instance) (requests_total)",
                    " without (instance) (requests_total)",
                    "(requests_total) by (code, job)",
                    " by (nothing) (temperature)",
                    " without () (flap_gauge)",
                    "(flap_gauge)",
                    "(huge)",
                    " by (\"my.label\") ({\"utf8.metric\"})",
                    "(rate(requests_total[5m])) by (instance)",
                    "(level) without (floor,)",
                    "(temperature > 1000)")) {
                add(name, name + rest);
            }
        }
    }

    private void operators() {
        for (String operator : ARITHMETIC) {
            operands(operator, operator);
        }
        for (String operator : COMPARISONS) {
            operands(operator, operator);
            operands(operator + " bool", operator + " bool");
        }
    }

    private void operands(String name, String operator) {
        for (String pair : List.of(
                "temperature # 20.5",
                "3 # temperature",
                "temperature # on(place) limit",
                "requests_total # ignoring(code) group_left sum without (code) (requests_total)",
                "sum without (code) (requests_total) # ignoring(code) group_right requests_total",
                "requests_total # on(instance) group_left(version) info",
                "info # on(instance) group_right(owner, version) requests_total{code=\"404\"}",
                "requests_total # requests_total offset 5m",
                "requests_total # on(instance) requests_total",
                "unit # unit",
                "level # scalar(unit)",
                "-level # level",
                "flap_gauge # flap_total",
                "time() # vector(7)",
                "{__name__=~\"twin_.\"} # 2",
                "huge # Inf",
                "nothing # 2")) {
            add(name, pair.replace("#", operator));
        }
    }
}
