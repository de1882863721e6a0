package io.novacron.oncall.demo.promql;

import static io.novacron.oncall.demo.promql.ValueType.VECTOR;

import io.novacron.oncall.core.alert.Labels;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.ToIntFunction;

/** Parts of a date in UTC, of values that are seconds since the epoch, or of the moment of evaluation. */
final class DateFunctions {

    static final List<Function> ALL = List.of(
            of("minute", LocalDateTime::getMinute),
            of("hour", LocalDateTime::getHour),
            of("day_of_week", date -> date.getDayOfWeek().getValue() % 7),
            of("day_of_month", LocalDateTime::getDayOfMonth),
            of("day_of_year", LocalDateTime::getDayOfYear),
            of("days_in_month", date -> date.toLocalDate().lengthOfMonth()),
            of("month", LocalDateTime::getMonthValue),
            of("year", LocalDateTime::getYear));

    /** Farther away than any date that Java can tell. */
    private static final double FARTHEST_SECOND = 31_000_000_000_000_000.0;

    private DateFunctions() {}

    private static Function of(String name, ToIntFunction<LocalDateTime> part) {
        Function.Computation compute = (evaluator, arguments) -> {
            List<Track> seconds = arguments.isEmpty()
                    ? List.of(new Track(Labels.NONE, VectorFunctions.seconds(evaluator.grid())))
                    : evaluator.tracks(arguments.getFirst());
            return Track.merged(evaluator.each(seconds, (value, _) -> partOf(name, part, value)));
        };
        return Function.vector(name, new Function.Whole(compute), VECTOR).lastFrom(0, 1);
    }

    private static double partOf(String name, ToIntFunction<LocalDateTime> part, double seconds) {
        if (!(Math.abs(seconds) < FARTHEST_SECOND)) {
            throw PromQlException.execution(name + "() cannot tell the date of " + seconds + " seconds since 1970");
        }
        return part.applyAsInt(LocalDateTime.ofEpochSecond((long) seconds, 0, ZoneOffset.UTC));
    }
}
