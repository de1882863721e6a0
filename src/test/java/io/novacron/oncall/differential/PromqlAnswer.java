package io.novacron.oncall.differential;

import io.novacron.oncall.core.alert.Labels;
import io.novacron.oncall.demo.promql.Evaluation;
import io.novacron.oncall.demo.promql.Expr;
import io.novacron.oncall.demo.promql.PromQl;
import io.novacron.oncall.demo.promql.PromQlException;
import io.novacron.oncall.demo.promql.Value;
import io.novacron.oncall.servers.Http;
import io.novacron.oncall.servers.PrometheusServer;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** An answer of either side in one form: an error, or a type with lines of points. */
record PromqlAnswer(String type, List<Line> lines, String message) {

    /** @param what labels, or the text of a string */
    record Line(Labels what, List<Point> points) {}

    record Point(long time, double value) {
        private boolean agrees(Point other) {
            double distance = Math.abs(value - other.value);
            return time == other.time
                    && (Double.compare(value, other.value) == 0
                            || value == other.value
                            || distance <= 1e-9 * Math.max(Math.abs(value), Math.abs(other.value)));
        }
    }

    static PromqlAnswer ofServer(PrometheusServer server, PromqlCases.Asked asked) throws IOException {
        String query = "query=" + URLEncoder.encode(asked.query(), StandardCharsets.UTF_8);
        String path = asked.isInstant()
                ? "/api/v1/query?" + query + "&time=" + seconds(asked.start())
                : "/api/v1/query_range?" + query + "&start=" + seconds(asked.start()) + "&end=" + seconds(asked.end())
                        + "&step=" + seconds(asked.step());
        JsonNode body = Http.get(server.url(path)).json();
        if (!body.path("status").asString().equals("success")) {
            return error(body.path("errorType").asString(), body.path("error").asString());
        }
        JsonNode data = body.path("data");
        List<Line> lines = new ArrayList<>();
        switch (data.path("resultType").asString()) {
            case "scalar" -> lines.add(new Line(Labels.NONE, List.of(point(data.path("result")))));
            case "string" -> lines.add(text(data.path("result").path(1).asString()));
            default -> data.path("result").forEach(series -> lines.add(line(series)));
        }
        return new PromqlAnswer(data.path("resultType").asString(), lines, "");
    }

    static PromqlAnswer ofEvaluator(Evaluation evaluation, PromqlCases.Asked asked) {
        try {
            Expr expression = PromQl.parse(asked.query());
            Value value = asked.isInstant()
                    ? evaluation.instant(expression, asked.start())
                    : evaluation.range(expression, asked.start(), asked.end(), asked.step());
            return switch (value) {
                case Value.Scalar scalar ->
                    new PromqlAnswer(
                            "scalar",
                            List.of(new Line(Labels.NONE, List.of(new Point(scalar.time(), scalar.value())))),
                            "");
                case Value.Text text -> new PromqlAnswer("string", List.of(text(text.text())), "");
                case Value.Vector vector ->
                    new PromqlAnswer(
                            "vector",
                            vector.elements().stream()
                                    .map(one -> new Line(one.labels(), List.of(new Point(one.time(), one.value()))))
                                    .toList(),
                            "");
                case Value.Matrix matrix ->
                    new PromqlAnswer(
                            "matrix",
                            matrix.series().stream().map(PromqlAnswer::line).toList(),
                            "");
            };
        } catch (PromQlException e) {
            return error(e.kind().errorType(), String.valueOf(e.getMessage()));
        }
    }

    boolean isEmpty() {
        return lines.isEmpty() && message.isEmpty();
    }

    /** Order counts only where the query makes one; then the values must follow each other alike. */
    boolean agrees(PromqlAnswer other, boolean ordered) {
        if (!type.equals(other.type) || lines.size() != other.lines.size()) {
            return false;
        }
        if (ordered && !alike(lines, other.lines, false)) {
            return false;
        }
        return alike(sorted(), other.sorted(), true);
    }

    private static boolean alike(List<Line> left, List<Line> right, boolean labelsToo) {
        for (int i = 0; i < left.size(); i++) {
            List<Point> ours = left.get(i).points();
            List<Point> theirs = right.get(i).points();
            if (ours.size() != theirs.size()
                    || (labelsToo && !left.get(i).what().equals(right.get(i).what()))) {
                return false;
            }
            for (int k = 0; k < ours.size(); k++) {
                if (!ours.get(k).agrees(theirs.get(k))) {
                    return false;
                }
            }
        }
        return true;
    }

    private List<Line> sorted() {
        return lines.stream().sorted(Comparator.comparing(Line::what)).toList();
    }

    private static PromqlAnswer error(String type, String message) {
        return new PromqlAnswer("error " + type, List.of(), message.isEmpty() ? "error" : message);
    }

    private static Line text(String text) {
        return new Line(Labels.of(Map.of("text", text)), List.of());
    }

    private static Line line(Value.Series series) {
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < series.times().length; i++) {
            points.add(new Point(series.times()[i], series.values()[i]));
        }
        return new Line(series.labels(), points);
    }

    private static Line line(JsonNode series) {
        Map<String, String> labels = new TreeMap<>();
        series.path("metric").forEachEntry((name, value) -> labels.put(name, value.asString()));
        List<Point> points = new ArrayList<>();
        if (series.has("value")) {
            points.add(point(series.path("value")));
        }
        series.path("values").forEach(point -> points.add(point(point)));
        return new Line(Labels.of(labels), points);
    }

    private static Point point(JsonNode pair) {
        return new Point(
                Math.round(pair.path(0).asDouble() * 1000), number(pair.path(1).asString()));
    }

    private static double number(String text) {
        return switch (text) {
            case "+Inf" -> Double.POSITIVE_INFINITY;
            case "-Inf" -> Double.NEGATIVE_INFINITY;
            default -> Double.parseDouble(text);
        };
    }

    private static String seconds(long millis) {
        return String.format("%d.%03d", millis / 1000, millis % 1000);
    }
}
