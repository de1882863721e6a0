package io.novacron.oncall.demo.prometheus;

import io.novacron.oncall.demo.http.Backend;
import io.novacron.oncall.demo.http.Reply;
import io.novacron.oncall.demo.http.Request;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Which path and method is answered by whom. */
final class Routes implements Backend {

    private static final String API = "/api/v1/";
    private static final String LABEL = API + "label/";
    private static final String VALUES = "/values";
    private static final Reply NOT_FOUND = Reply.text(404, "404 page not found\n");
    private static final Reply WRONG_METHOD = Reply.text(405, "Method Not Allowed\n");

    private final Map<String, Function<Parameters, Reply>> read = new TreeMap<>();
    private final Map<String, Function<Parameters, Reply>> readOrPost = new TreeMap<>();
    private final SeriesApi series;

    Routes(QueryApi query, SeriesApi series, RulesApi rules, TargetsApi targets, StatusApi status, TsdbApi tsdb) {
        this.series = series;
        readOrPost.put(API + "query", query::query);
        readOrPost.put(API + "query_range", query::range);
        readOrPost.put(API + "series", series::series);
        readOrPost.put(API + "labels", series::labels);
        read.put(API + "rules", rules::rules);
        read.put(API + "alerts", _ -> rules.alerts());
        read.put(API + "targets", targets::targets);
        read.put(API + "scrape_pools", _ -> targets.pools());
        read.put(API + "metadata", targets::metadata);
        read.put(API + "alertmanagers", _ -> status.alertmanagers());
        read.put(API + "status/buildinfo", _ -> status.build());
        read.put(API + "status/config", _ -> status.config());
        read.put(API + "status/runtimeinfo", _ -> status.runtime());
        read.put(API + "status/flags", _ -> status.flags());
        read.put(API + "status/tsdb", tsdb::tsdb);
        read.put("/-/healthy", _ -> Reply.text(200, "Prometheus Server is Healthy.\n"));
        read.put("/-/ready", _ -> Reply.text(200, "Prometheus Server is Ready.\n"));
    }

    @Override
    public Reply answer(Request request) {
        Parameters parameters = new Parameters(request);
        try {
            if (readOrPost.containsKey(request.path())) {
                return allowed(request, List.of("GET", "POST"))
                        ? readOrPost.get(request.path()).apply(parameters)
                        : WRONG_METHOD;
            }
            if (read.containsKey(request.path())) {
                List<String> methods = request.path().startsWith(API) ? List.of("GET") : List.of("GET", "HEAD");
                return allowed(request, methods) ? read.get(request.path()).apply(parameters) : WRONG_METHOD;
            }
            if (request.rawPath().startsWith(LABEL) && request.rawPath().endsWith(VALUES)) {
                return allowed(request, List.of("GET")) ? values(request, parameters) : WRONG_METHOD;
            }
            return NOT_FOUND;
        } catch (ApiError e) {
            return e.reply();
        }
    }

    private Reply values(Request request, Parameters parameters) {
        int from = LABEL.length();
        int to = request.rawPath().length() - VALUES.length();
        if (to <= from || request.rawPath().substring(from, to).contains("/")) {
            return NOT_FOUND;
        }
        // a plus sign of a path is no blank
        String encoded = request.rawPath().substring(from, to).replace("+", "%2B");
        return series.values(URLDecoder.decode(encoded, StandardCharsets.UTF_8), parameters);
    }

    private static boolean allowed(Request request, List<String> methods) {
        return methods.contains(request.method());
    }
}
