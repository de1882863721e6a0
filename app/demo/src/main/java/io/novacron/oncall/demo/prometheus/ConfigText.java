package io.novacron.oncall.demo.prometheus;

import io.novacron.oncall.core.time.PromDuration;
import io.novacron.oncall.demo.metric.ScrapeTarget;
import io.novacron.oncall.demo.rule.RuleGroup;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/** The configuration file that a replica like this would have been started with. */
record ConfigText(ReplicaSettings settings, List<ScrapeTarget> targets, List<RuleGroup> groups) {

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER)
            .enable(YAMLWriteFeature.MINIMIZE_QUOTES)
            .build();

    String yaml() {
        Map<String, Object> file = new LinkedHashMap<>();
        file.put("global", global());
        file.put("alerting", alerting());
        file.put("rule_files", groups.stream().map(RuleGroup::file).distinct().toList());
        file.put("scrape_configs", scrapes());
        return YAML.writeValueAsString(file);
    }

    private Map<String, Object> global() {
        String interval = PromDuration.format(Scrapes.EVALUATION_INTERVAL);
        Map<String, Object> global = new LinkedHashMap<>();
        global.put("scrape_interval", interval);
        global.put("scrape_timeout", TargetsApi.timeout(Scrapes.EVALUATION_INTERVAL));
        global.put("evaluation_interval", interval);
        global.put("external_labels", settings.externalLabels().byName());
        return global;
    }

    private Map<String, Object> alerting() {
        Map<String, Object> drop = new LinkedHashMap<>();
        drop.put("regex", Outbox.REPLICA);
        drop.put("action", "labeldrop");
        Map<String, Object> alerting = new LinkedHashMap<>();
        alerting.put("alert_relabel_configs", List.of(drop));
        alerting.put(
                "alertmanagers",
                List.of(Map.of(
                        "static_configs",
                        List.of(Map.of(
                                "targets",
                                settings.alertmanagers().stream()
                                        .map(URI::getAuthority)
                                        .toList())))));
        return alerting;
    }

    private List<Map<String, Object>> scrapes() {
        Map<String, List<ScrapeTarget>> byJob = new TreeMap<>();
        targets.forEach(target ->
                byJob.computeIfAbsent(target.job(), _ -> new ArrayList<>()).add(target));
        return byJob.entrySet().stream()
                .map(job -> scrape(job.getKey(), job.getValue()))
                .toList();
    }

    private static Map<String, Object> scrape(String job, List<ScrapeTarget> targets) {
        ScrapeTarget first = targets.getFirst();
        Map<String, Object> scrape = new LinkedHashMap<>();
        scrape.put("job_name", job);
        scrape.put("scrape_interval", PromDuration.format(first.interval()));
        scrape.put("scrape_timeout", TargetsApi.timeout(first.interval()));
        scrape.put("metrics_path", first.path());
        scrape.put("static_configs", targets.stream().map(ConfigText::group).toList());
        return scrape;
    }

    private static Map<String, Object> group(ScrapeTarget target) {
        Map<String, String> labels = new TreeMap<>(target.labels().byName());
        labels.remove("job");
        labels.remove("instance");
        Map<String, Object> group = new LinkedHashMap<>();
        group.put("targets", List.of(target.instance()));
        if (!labels.isEmpty()) {
            group.put("labels", labels);
        }
        return group;
    }
}
