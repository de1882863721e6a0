package io.novacron.oncall.desktop.cli.json;

import io.novacron.oncall.core.metric.QueryResult;
import io.novacron.oncall.core.metric.Series;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** The answer to a PromQL query; a point is epoch seconds and the value as the server wrote it. */
public record QueryDocument(
        String type, List<SeriesDocument> series, List<String> warnings, List<String> infos, String source) {

    /** One series. */
    public record SeriesDocument(Map<String, String> labels, List<List<Object>> points) {

        static SeriesDocument of(Series series) {
            return new SeriesDocument(
                    series.labels().byName(),
                    series.points().stream()
                            .map(point -> List.<Object>of(plain(point.time()), point.text()))
                            .toList());
        }

        /** Without an exponent. */
        private static BigDecimal plain(double seconds) {
            return new BigDecimal(BigDecimal.valueOf(seconds).toPlainString());
        }
    }

    public static QueryDocument of(QueryResult result, String source) {
        return new QueryDocument(
                result.type().word(),
                result.series().stream().map(SeriesDocument::of).toList(),
                result.warnings(),
                result.infos(),
                source);
    }
}
