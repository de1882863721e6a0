package io.novacron.oncall.demo.prometheus;

import io.novacron.oncall.core.time.Clock;
import io.novacron.oncall.core.time.PromDuration;
import io.novacron.oncall.demo.http.Reply;
import io.novacron.oncall.demo.rule.RuleGroup;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** {@code alertmanagers} and what stands under {@code status/}, without {@code status/tsdb}. */
record StatusApi(
        ReplicaSettings settings, Scrapes scrapes, List<RuleGroup> groups, Supplier<Instant> started, Clock clock) {

    private static final String VERSION = "3.8.1";

    Reply build() {
        Map<String, String> data = new LinkedHashMap<>();
        data.put("version", VERSION);
        for (String unknown : List.of("revision", "branch", "buildUser", "buildDate", "goVersion")) {
            data.put(unknown, "");
        }
        return Answer.of(data);
    }

    Reply alertmanagers() {
        List<Map<String, String>> active =
                settings.alertmanagers().stream().map(StatusApi::alertmanager).toList();
        return Answer.of(Map.of("activeAlertmanagers", active, "droppedAlertmanagers", List.of()));
    }

    Reply config() {
        return Answer.of(
                Map.of("yaml", new ConfigText(settings, scrapes.targets().get(), groups).yaml()));
    }

    /** A goroutine each for the targets and the groups of rules, as a real one has. */
    Reply runtime() {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("startTime", started.get().toString());
        data.put("CWD", "/prometheus");
        data.put("hostname", "prometheus-" + settings.replica() + "." + settings.cluster() + ".novacron.example");
        data.put("serverTime", clock.now().toString());
        data.put("reloadConfigSuccess", true);
        data.put("lastConfigTime", started.get().truncatedTo(ChronoUnit.SECONDS).toString());
        data.put("corruptionCount", 0);
        data.put("goroutineCount", scrapes.targets().get().size() + groups.size());
        data.put("GOMAXPROCS", Runtime.getRuntime().availableProcessors());
        data.put("GOMEMLIMIT", Runtime.getRuntime().maxMemory());
        data.put("GOGC", "");
        data.put("GODEBUG", "");
        data.put("storageRetention", retention());
        return Answer.of(data);
    }

    Reply flags() {
        Map<String, String> flags = new TreeMap<>();
        flags.put("config.file", "prometheus.yml");
        flags.put("query.lookback-delta", PromDuration.format(QueryApi.LOOKBACK));
        flags.put("query.max-samples", String.valueOf(GuardedStore.MAX_SAMPLES));
        flags.put("query.timeout", PromDuration.format(QueryApi.TIMEOUT));
        flags.put("rules.alert.for-grace-period", "10m");
        flags.put("rules.alert.for-outage-tolerance", "1h");
        flags.put("rules.alert.resend-delay", "1m");
        flags.put("storage.tsdb.retention.time", retention());
        flags.put("web.enable-admin-api", "false");
        flags.put("web.enable-lifecycle", "false");
        flags.put("web.external-url", settings.externalUrl().toString());
        flags.put("web.listen-address", settings.externalUrl().getAuthority());
        return Answer.of(flags);
    }

    private static Map<String, String> alertmanager(URI address) {
        return Map.of("url", address + "/api/v2/alerts");
    }

    private String retention() {
        return PromDuration.format(
                Duration.ofDays(Math.max(1, ChronoUnit.DAYS.between(settings.oldest(), clock.now()))));
    }
}
