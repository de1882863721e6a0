package io.novacron.oncall.servers;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a Prometheus under test is told, as an immutable value: each {@code with…} method returns a changed copy.
 *
 * @param interval how often it scrapes and evaluates rules, whole seconds
 * @param rules the content of a rule file, or an empty text
 * @param history samples in the OpenMetrics text format that become blocks before the start, or an empty text
 * @param alertmanagers where it sends alerts, each as {@code host:port}
 */
public record PrometheusConfig(
        Duration interval,
        List<Scrape> scrapes,
        String rules,
        String history,
        List<String> alertmanagers,
        Map<String, String> externalLabels) {

    /** One scrape job with one target. A label named {@code instance} replaces the target's address. */
    public record Scrape(String job, String target, String path, Map<String, String> labels) {}

    public PrometheusConfig {
        scrapes = List.copyOf(scrapes);
        alertmanagers = List.copyOf(alertmanagers);
        externalLabels = Map.copyOf(externalLabels);
    }

    /** Scrapes nothing, knows no rules, sends nowhere; every second. */
    public static PrometheusConfig empty() {
        return new PrometheusConfig(Duration.ofSeconds(1), List.of(), "", "", List.of(), Map.of());
    }

    public PrometheusConfig withInterval(Duration every) {
        return new PrometheusConfig(every, scrapes, rules, history, alertmanagers, externalLabels);
    }

    public PrometheusConfig withScrape(Scrape scrape) {
        List<Scrape> more = new ArrayList<>(scrapes);
        more.add(scrape);
        return new PrometheusConfig(interval, more, rules, history, alertmanagers, externalLabels);
    }

    /** A further job whose page is {@code /metrics} on a port of this machine. */
    public PrometheusConfig withScrape(String job, int port) {
        return withScrape(new Scrape(job, "127.0.0.1:" + port, "/metrics", Map.of()));
    }

    public PrometheusConfig withRules(String yaml) {
        return new PrometheusConfig(interval, scrapes, yaml, history, alertmanagers, externalLabels);
    }

    public PrometheusConfig withHistory(String openMetrics) {
        return new PrometheusConfig(interval, scrapes, rules, openMetrics, alertmanagers, externalLabels);
    }

    public PrometheusConfig withAlertmanagers(List<String> hostPorts) {
        return new PrometheusConfig(interval, scrapes, rules, history, hostPorts, externalLabels);
    }

    public PrometheusConfig withExternalLabels(Map<String, String> labels) {
        return new PrometheusConfig(interval, scrapes, rules, history, alertmanagers, labels);
    }

    /** The configuration file; JSON is YAML, which spares us the quoting. */
    String yaml() {
        Map<String, Object> global = new TreeMap<>();
        global.put("scrape_interval", interval.toSeconds() + "s");
        global.put("scrape_timeout", interval.toSeconds() + "s");
        global.put("evaluation_interval", interval.toSeconds() + "s");
        global.put("external_labels", externalLabels);
        Map<String, Object> file = new TreeMap<>();
        file.put("global", global);
        file.put("rule_files", rules.isEmpty() ? List.of() : List.of("rules.yml"));
        file.put("scrape_configs", scrapes.stream().map(PrometheusConfig::job).toList());
        file.put(
                "alerting",
                Map.of("alertmanagers", List.of(Map.of("static_configs", List.of(Map.of("targets", alertmanagers))))));
        return Http.JSON.writeValueAsString(file);
    }

    private static Map<String, Object> job(Scrape scrape) {
        return Map.of(
                "job_name", scrape.job(),
                "metrics_path", scrape.path(),
                "static_configs", List.of(Map.of("targets", List.of(scrape.target()), "labels", scrape.labels())));
    }
}
