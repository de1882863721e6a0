package io.novacron.oncall.desktop.cli.json;

import io.novacron.oncall.core.metric.QueryResult;
import io.novacron.oncall.core.metric.Series;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The answer to a PromQL query; a point is epoch seconds and the value as the server wrote it.
 *
 * @param source which answered; several are parted by commas, and each series names its own
 */
public record QueryDocument(
        String type, List<SeriesDocument> series, List<String> warnings, List<String> infos, String source) {

    /** One series. */
    public record SeriesDocument(Map<String, String> labels, List<List<Object>> points, String source) {

        static SeriesDocument of(Series series, String source) {
            return new SeriesDocument(
                    series.labels().byName(),
                    series.points().stream()
                            .map(point -> List.<Object>of(plain(point.time()), point.text()))
                            .toList(),
                    source);
        }

        /** Without an exponent. */
        private static BigDecimal plain(double seconds) {
            return new BigDecimal(BigDecimal.valueOf(seconds).toPlainString());
        }
    }

    /**
     * The answers of several sources stand side by side, none is computed from another.
     *
     * @param answers by the name of the source; at least one
     */
    public static QueryDocument of(Map<String, QueryResult> answers) {
        List<SeriesDocument> series = new ArrayList<>();
        Set<String> warnings = new LinkedHashSet<>();
        Set<String> infos = new LinkedHashSet<>();
        answers.forEach((source, result) -> {
            result.series().forEach(one -> series.add(SeriesDocument.of(one, source)));
            warnings.addAll(result.warnings());
            infos.addAll(result.infos());
        });
        return new QueryDocument(
                answers.values().iterator().next().type().word(),
                series,
                List.copyOf(warnings),
                List.copyOf(infos),
                String.join(", ", answers.keySet()));
    }
}
