package io.novacron.oncall.core.metric;

import java.util.List;
import java.util.Locale;

/**
 * The answer to a PromQL query.
 *
 * @param series for {@link Type#SCALAR} and {@link Type#STRING} one series without labels and with one point
 * @param warnings a success may be partial: the server's warnings
 * @param infos the server's hints (Prometheus 3)
 */
public record QueryResult(Type type, List<Series> series, List<String> warnings, List<String> infos) {

    public enum Type {
        VECTOR,
        MATRIX,
        SCALAR,
        STRING;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public QueryResult {
        series = List.copyOf(series);
        warnings = List.copyOf(warnings);
        infos = List.copyOf(infos);
    }
}
