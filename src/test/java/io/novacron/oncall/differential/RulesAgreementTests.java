package io.novacron.oncall.differential;

import static org.assertj.core.api.Assertions.assertThat;

import io.novacron.oncall.core.alert.Labels;
import io.novacron.oncall.demo.metric.MetricCatalog;
import io.novacron.oncall.demo.platform.Platform;
import io.novacron.oncall.demo.promql.Evaluation;
import io.novacron.oncall.demo.promql.LabelMatcher;
import io.novacron.oncall.demo.promql.StoredSeries;
import io.novacron.oncall.demo.promql.Value;
import io.novacron.oncall.demo.rule.Rule;
import io.novacron.oncall.demo.rule.ShippedRules;
import io.novacron.oncall.demo.scenario.Scenarios;
import io.novacron.oncall.demo.world.Timeline;
import io.novacron.oncall.demo.world.World;
import io.novacron.oncall.servers.PrometheusConfig;
import io.novacron.oncall.servers.PrometheusServer;
import io.novacron.oncall.servers.Servers;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every expression of the shipped rules answers in the estate as in a real Prometheus, over a platform where all goes wrong at once. */
class RulesAgreementTests {

    private static final long SEED = 7;
    private static final Duration HISTORY = Duration.ofMinutes(40);
    private static final Duration TROUBLE = Duration.ofMinutes(15);
    private static final Duration RECORDED = Duration.ofMinutes(20);
    private static final Duration INTERVAL = Duration.ofSeconds(15);

    @Test
    void everyRuleAnswersLikePrometheus() throws IOException {
        Instant now = Instant.ofEpochSecond(Math.floorDiv(Instant.now().getEpochSecond(), 3_600) * 3_600 - 4 * 3_600);
        List<Rule> rules = rules();
        MemoryStore store = samples(rules, now);
        Evaluation evaluation = new Evaluation(store, Duration.ofMinutes(5), INTERVAL);
        rules.forEach(rule -> record(rule, evaluation, store, now));
        PrometheusConfig config =
                PrometheusConfig.empty().withInterval(INTERVAL).withHistory(PromqlSamples.openMetrics(store));
        try (PrometheusServer server = PrometheusServer.start(Servers.PROMETHEUS_3_8, config)) {
            List<String> differences = new ArrayList<>();
            PromqlTally tally = new PromqlTally();
            for (Rule rule : rules) {
                for (PromqlCases.Asked asked : asked(rule, now.toEpochMilli())) {
                    PromqlAnswer real = PromqlAnswer.ofServer(server, asked);
                    PromqlAnswer ours = PromqlAnswer.ofEvaluator(evaluation, asked);
                    boolean agrees = ours.agrees(real, false);
                    tally.add(rule instanceof Rule.Recording ? "recording rules" : "alerting rules", real, agrees);
                    if (!agrees) {
                        differences.add(rule.name() + ": " + asked + "\n    real: " + real + "\n    ours: " + ours);
                    }
                    assertThat(real.message()).as(asked.query()).isEmpty();
                }
            }
            System.out.println(tally);
            tally.check(0.5);
            assertThat(differences).as("differences at " + now).isEmpty();
        }
    }

    /** The rule as it is, and what it compares: most alerts are silent, so that little would be proved by them alone. */
    private static List<PromqlCases.Asked> asked(Rule rule, long now) {
        String compared = rule.query();
        for (String comparison : List.of(" >= ", " <= ", " == ", " != ", " > ", " < ")) {
            compared = compared.replace(comparison, " - ");
        }
        return Stream.of(rule.query(), compared)
                .distinct()
                .flatMap(query -> Stream.of(
                        PromqlCases.Asked.at(query, now),
                        PromqlCases.Asked.at(query, now - 205_000),
                        new PromqlCases.Asked(query, now - TROUBLE.toMillis(), now, 60_000)))
                .toList();
    }

    /** What the rules read, of one cluster as one replica scraped it, while every scenario runs. */
    private static MemoryStore samples(List<Rule> rules, Instant now) {
        Timeline timeline = new Timeline(Scenarios.all().stream()
                .map(scenario -> scenario.begun(now.minus(TROUBLE)))
                .toList());
        World world = new World(Platform.of(SEED), timeline);
        MetricCatalog catalog =
                new MetricCatalog(() -> world, world.platform().clusters().getFirst(), "a");
        Set<String> names = rules.stream()
                .flatMap(rule -> Selected.names(rule.expression()).stream())
                .collect(Collectors.toCollection(TreeSet::new));
        MemoryStore store = new MemoryStore();
        long from = now.minus(HISTORY).toEpochMilli();
        for (String name : names) {
            List<LabelMatcher> matchers = List.of(LabelMatcher.of("__name__", LabelMatcher.Op.EQUAL, name));
            for (StoredSeries series : catalog.store().select(matchers, from, now.toEpochMilli())) {
                StoredSeries.Samples samples = series.within(from, now.toEpochMilli());
                for (int i = 0; i < samples.times().length; i++) {
                    store.put(series.labels(), samples.times()[i], samples.values()[i]);
                }
            }
        }
        return store;
    }

    /** Rules that read what others record find it for the last minutes. */
    private static void record(Rule rule, Evaluation evaluation, MemoryStore store, Instant now) {
        if (rule instanceof Rule.Recording recording) {
            Value value = evaluation.range(
                    rule.expression(), now.minus(RECORDED).toEpochMilli(), now.toEpochMilli(), INTERVAL.toMillis());
            for (Value.Series series : ((Value.Matrix) value).series()) {
                Map<String, String> labels = new TreeMap<>(series.labels().byName());
                labels.putAll(recording.labels());
                labels.put("__name__", rule.name());
                for (int i = 0; i < series.times().length; i++) {
                    store.put(Labels.of(labels), series.times()[i], series.values()[i]);
                }
            }
        }
    }

    /** Recording rules first, since alerts read what they record. */
    private static List<Rule> rules() {
        List<Rule> all = ShippedRules.groups(INTERVAL).stream()
                .flatMap(group -> group.rules().stream())
                .toList();
        return Stream.concat(
                        all.stream().filter(Rule.Recording.class::isInstance),
                        all.stream().filter(Rule.Alerting.class::isInstance))
                .toList();
    }
}
