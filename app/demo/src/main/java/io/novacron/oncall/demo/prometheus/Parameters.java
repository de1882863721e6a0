package io.novacron.oncall.demo.prometheus;

import io.novacron.oncall.core.time.DurationSyntaxException;
import io.novacron.oncall.core.time.PromDuration;
import io.novacron.oncall.demo.http.Request;
import io.novacron.oncall.demo.promql.Expr;
import io.novacron.oncall.demo.promql.LabelMatcher;
import io.novacron.oncall.demo.promql.PromQl;
import io.novacron.oncall.demo.promql.PromQlException;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the parameters of a request as Prometheus does, and refuses them in its words. All times are epoch milliseconds. */
record Parameters(Request request) {

    private static final double LARGEST = 9e15;
    private static final String NO_MATCHER = "match[] must contain at least one non-empty matcher";

    String text(String name) {
        String text = request.parameter(name);
        return text == null ? "" : text;
    }

    boolean has(String name) {
        return !text(name).isEmpty();
    }

    /** A parameter that must be there. */
    long time(String name) {
        Long time = parsedTime(text(name));
        if (time == null) {
            throw ApiError.badParameter(name, "cannot parse \"" + text(name) + "\" to a valid timestamp");
        }
        return time;
    }

    long time(String name, long missing) {
        if (!has(name)) {
            return missing;
        }
        Long time = parsedTime(text(name));
        if (time == null) {
            throw ApiError.badParameter(
                    name,
                    "invalid time value for '" + name + "': cannot parse \"" + text(name) + "\" to a valid timestamp");
        }
        return time;
    }

    /** Milliseconds; a bare number is seconds. */
    long duration(String name) {
        Long duration = parsedDuration(text(name));
        if (duration == null) {
            throw ApiError.badParameter(name, "cannot parse \"" + text(name) + "\" to a valid duration");
        }
        return duration;
    }

    long duration(String name, long missing) {
        return has(name) ? duration(name) : missing;
    }

    /** How old a sample may be for this query. */
    long lookback(long missing) {
        if (!has("lookback_delta")) {
            return missing;
        }
        Long duration = parsedDuration(text("lookback_delta"));
        if (duration == null) {
            throw ApiError.badData("error parsing lookback delta duration: cannot parse \"" + text("lookback_delta")
                    + "\" to a valid duration");
        }
        return duration == 0 ? missing : duration;
    }

    /** 0 for all. */
    int limit() {
        if (!has("limit")) {
            return 0;
        }
        int limit;
        try {
            limit = Integer.parseInt(text("limit"));
        } catch (NumberFormatException e) {
            throw ApiError.badParameter("limit", "strconv.Atoi: parsing \"" + text("limit") + "\": invalid syntax");
        }
        if (limit < 0) {
            throw ApiError.badParameter("limit", "limit must be non-negative");
        }
        return limit;
    }

    Expr query() {
        try {
            return PromQl.parse(text("query"));
        } catch (PromQlException e) {
            throw ApiError.of(e);
        }
    }

    /** The selectors of {@code match[]}. */
    List<List<LabelMatcher>> matchers() {
        return request.all("match[]").stream().map(Parameters::selector).toList();
    }

    private static List<LabelMatcher> selector(String text) {
        Expr parsed;
        try {
            parsed = PromQl.parse(text);
        } catch (PromQlException e) {
            String message = String.valueOf(e.getMessage());
            throw ApiError.badData(
                    message.contains("at least one non-empty matcher") ? NO_MATCHER : ApiError.PARSE + message);
        }
        if (parsed instanceof Expr.Selector selector && selector.shift().equals(Expr.Shift.NONE)) {
            return selector.matchers();
        }
        throw ApiError.badData(ApiError.PARSE + "\"" + text + "\" is no vector selector");
    }

    private static @Nullable Long parsedTime(String text) {
        Double seconds = number(text);
        if (seconds != null) {
            return Math.round(Math.clamp(seconds, -LARGEST, LARGEST) * 1e3);
        }
        try {
            return OffsetDateTime.parse(text).toInstant().toEpochMilli();
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static @Nullable Long parsedDuration(String text) {
        Double seconds = number(text);
        if (seconds != null) {
            return Math.round(Math.clamp(seconds, -LARGEST, LARGEST) * 1e3);
        }
        try {
            return PromDuration.parse(text).toMillis();
        } catch (DurationSyntaxException e) {
            return null;
        }
    }

    private static @Nullable Double number(String text) {
        boolean java = text.endsWith("d") || text.endsWith("D") || text.endsWith("f") || text.endsWith("F");
        if (text.isEmpty() || java) {
            return null;
        }
        try {
            return Double.valueOf(text);
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
