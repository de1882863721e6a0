package io.novacron.oncall.demo.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.novacron.oncall.core.alert.Labels;
import io.novacron.oncall.demo.metric.page.MetricFamily;
import io.novacron.oncall.demo.metric.page.MetricType;
import io.novacron.oncall.demo.platform.Cluster;
import io.novacron.oncall.demo.platform.Instance;
import io.novacron.oncall.demo.platform.Platform;
import io.novacron.oncall.demo.platform.Service;
import io.novacron.oncall.demo.promql.LabelMatcher;
import io.novacron.oncall.demo.promql.Stale;
import io.novacron.oncall.demo.promql.StoredSeries;
import io.novacron.oncall.demo.world.Aspect;
import io.novacron.oncall.demo.world.Effect;
import io.novacron.oncall.demo.world.Incident;
import io.novacron.oncall.demo.world.Place;
import io.novacron.oncall.demo.world.Timeline;
import io.novacron.oncall.demo.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class MetricCatalogTests {

    private static final Platform PLATFORM = Platform.of(42);
    private static final Cluster CLUSTER = PLATFORM.cluster("eu-west");
    private static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");
    private static final long T = NOON.toEpochMilli();
    private static final long MINUTE = 60_000;
    private static final long HOUR = 60 * MINUTE;
    private static final World QUIET = new World(PLATFORM, Timeline.QUIET);

    private final MetricCatalog calm = catalog(QUIET, "a");

    @Test
    void aClusterHasSomeThousandSeriesEachWithLabelsOfItsOwn() {
        List<StoredSeries> all = calm.store().select(List.of(), T - HOUR, T);
        assertThat(all).hasSizeBetween(6_000, 10_000);
        Set<Labels> labels = new HashSet<>();
        all.forEach(series -> assertThat(labels.add(series.labels()))
                .as("twice: %s", series.labels())
                .isTrue());
        assertThat(labels).allSatisfy(one -> assertThat(one.get("job")).isNotEmpty());
    }

    @Test
    void everyValueIsANumberAndEveryCountIsWhole() {
        for (StoredSeries series : calm.store().select(List.of(), T - 5 * MINUTE, T)) {
            String name = series.labels().get("__name__");
            StoredSeries.Sample sample = series.newest(T - 5 * MINUTE, T);
            if (sample != null && !Stale.is(sample.value())) {
                assertThat(sample.value()).as("%s", series.labels()).isFinite();
                if (name.endsWith("_bucket") || name.endsWith("requests_total")) {
                    assertThat(sample.value()).isEqualTo(Math.rint(sample.value()));
                }
            }
        }
    }

    @Test
    void aReaderGetsTheSameSamplesOneByOneAndTogether() {
        StoredSeries series = one(calm, "novacron_api_requests_total", "status", "200");
        StoredSeries.Samples samples = series.within(T - 10 * MINUTE, T);
        assertThat(samples.times()).hasSize(120);
        for (int i = 0; i < samples.times().length; i++) {
            StoredSeries.Sample sample = series.newest(samples.times()[i] - 1, samples.times()[i]);
            assertThat(sample).isEqualTo(new StoredSeries.Sample(samples.times()[i], samples.values()[i]));
        }
        assertThat(series.newest(samples.times()[5], samples.times()[5] + 4_000))
                .isNull();
        assertThat(series.within(samples.times()[5], samples.times()[6]).times())
                .containsExactly(samples.times()[6]);
    }

    @Test
    void targetsAreScrapedAtTheirIntervals() {
        assertThat(one(calm, "novacron_consensus_has_leader")
                        .within(T - MINUTE, T)
                        .times())
                .hasSize(60);
        assertThat(one(calm, "node_load1").within(T - MINUTE, T).times()).hasSize(4);
        assertThat(calm.targets())
                .allSatisfy(target -> {
                    double now = T / 1e3;
                    assertThat(target.up(now)).isTrue();
                    assertThat(target.lastError(now)).isEmpty();
                    assertThat(target.lastScrape(now)).isBeforeOrEqualTo(NOON);
                    assertThat(Duration.between(target.lastScrape(now), NOON)).isLessThanOrEqualTo(target.interval());
                    assertThat(target.lastDuration(now)).isBetween(0.001, 0.1);
                })
                .extracting(ScrapeTarget::job)
                .contains("api", "consensus", "node", "libvirt", "prometheus", "alertmanager", "ops-center");
    }

    @Test
    void aTargetThatDiesIsDownAndItsSeriesGetOneMarkerEach() {
        Instance gone = CLUSTER.instancesOf(Service.API).get(1);
        MetricCatalog catalog = catalog(during(effect(Aspect.DOWN, Place.of(gone), 1)), "a");
        String[] own = {"instance", gone.address()};
        StoredSeries up = one(catalog, "up", own);
        assertThat(up.within(T, T + 10 * MINUTE).values()).containsOnly(0);
        assertThat(up.within(T - MINUTE, T).values()).containsOnly(1);
        StoredSeries series = one(catalog, "go_goroutines", own);
        double[] values = series.within(T, T + 10 * MINUTE).values();
        assertThat(values).hasSize(1);
        assertThat(Stale.is(values[0])).isTrue();
        StoredSeries.Sample newest = series.newest(T, T + 5 * MINUTE);
        assertThat(newest).isNotNull();
        assertThat(Stale.is(Objects.requireNonNull(newest).value())).isTrue();
        assertThat(series.newest(T + MINUTE, T + 5 * MINUTE)).isNull();
        double[] back = series.within(T + 15 * MINUTE, T + 20 * MINUTE).values();
        assertThat(back).hasSize(60);
        StoredSeries started = one(catalog, "process_start_time_seconds", own);
        assertThat(started.within(T + 15 * MINUTE, T + 20 * MINUTE).values()).containsOnly((T + 15 * MINUTE) / 1e3);
        double[] counts = one(
                        catalog,
                        "novacron_api_requests_total",
                        "instance",
                        gone.address(),
                        "status",
                        "200",
                        "endpoint",
                        "/api/vms")
                .within(T + 15 * MINUTE, T + 16 * MINUTE)
                .values();
        assertThat(counts[0]).isLessThan(100);
        ScrapeTarget target = catalog.targets().stream()
                .filter(one -> one.instance().equals(gone.address()))
                .findFirst()
                .orElseThrow();
        assertThat(target.up(T / 1e3 + 60)).isFalse();
        assertThat(target.lastError(T / 1e3 + 60)).contains("connection refused");
    }

    @Test
    void replicasHaveGapsWithoutMarkersAndOneFillsTheOther() {
        long[] first = one(calm, "redis_up").within(T - 2 * 24 * HOUR, T).times();
        StoredSeries b = one(catalog(QUIET, "b"), "redis_up");
        StoredSeries.Samples second = b.within(T - 2 * 24 * HOUR, T);
        int scrapes = 2 * 24 * 60 * 4;
        assertThat(first.length).isBetween(scrapes - 4 * 16 - 4, scrapes - 4 * 8 + 4);
        assertThat(second.times().length).isBetween(scrapes - 4 * 16 - 4, scrapes - 4 * 8 + 4);
        assertThat(second.values()).containsOnly(1);
        int gaps = 0;
        for (int i = 1; i < first.length; i++) {
            if (first[i] - first[i - 1] > MINUTE) {
                gaps++;
                assertThat(first[i] - first[i - 1]).isBetween(2 * MINUTE, 4 * MINUTE + 30_000);
                assertThat(b.within(first[i - 1], first[i]).times())
                        .hasSizeGreaterThanOrEqualTo((int) ((first[i] - first[i - 1]) / 15_000) - 1);
            }
        }
        assertThat(gaps).isEqualTo(4);
    }

    @Test
    void thePastStaysWhenAnIncidentStarts() {
        World later = during(
                effect(Aspect.LATENCY, Place.of("eu-west", Service.STORAGE), 3),
                effect(Aspect.ERRORS, Place.of("eu-west", Service.STORAGE), 0.3),
                effect(Aspect.PACKET_LOSS, Place.ofNode("eu-west", "eu-west-n03"), 0.1));
        AtomicReference<World> current = new AtomicReference<>(QUIET);
        MetricCatalog catalog = new MetricCatalog(current::get, CLUSTER, "a");
        List<StoredSeries> before = catalog.store().select(List.of(), T - 10 * MINUTE, T - 1);
        current.set(later);
        List<StoredSeries> after = catalog.store().select(List.of(), T - 10 * MINUTE, T - 1);
        assertThat(after).hasSameSizeAs(before);
        for (int i = 0; i < before.size(); i++) {
            assertThat(after.get(i).labels()).isEqualTo(before.get(i).labels());
            assertThat(after.get(i).within(T - 10 * MINUTE, T - 1).values())
                    .as("%s", before.get(i).labels())
                    .isEqualTo(before.get(i).within(T - 10 * MINUTE, T - 1).values());
        }
        StoredSeries failing = one(catalog, "dwcp_v3_component_errors_total", "component", "storage");
        assertThat(increase(failing, T + MINUTE, T + 6 * MINUTE)).isGreaterThan(20);
    }

    @Test
    void streamsAppearAndVanishWithMarkers() {
        World stormy = during(effect(Aspect.STREAMS, Place.of("eu-west"), 5_000));
        MetricCatalog catalog = catalog(stormy, "a");
        LabelMatcher name = equal("__name__", "dwcp_amst_stream_errors");
        assertThat(calm.store().select(List.of(name), T - HOUR, T + HOUR)).isEmpty();
        assertThat(catalog.store().select(List.of(name), T - HOUR, T - MINUTE)).isEmpty();
        List<StoredSeries> streams = catalog.store().select(List.of(name), T, T + HOUR);
        assertThat(streams).hasSize(5_000);
        assertThat(streams.stream()
                        .map(series -> series.labels().get("stream_id"))
                        .distinct())
                .hasSize(5_000);
        double[] values = streams.get(17).within(T - HOUR, T + HOUR).values();
        assertThat(values).hasSize(61);
        assertThat(Stale.is(values[60])).isTrue();
        assertThat(Arrays.stream(values).limit(60)).allMatch(value -> value > 0);
    }

    @Test
    void aDeploymentBeginsAnotherVersion() {
        Instance api = CLUSTER.instancesOf(Service.API).getFirst();
        MetricCatalog catalog = catalog(during(effect(Aspect.DEPLOY, Place.of(api), 1)), "a");
        List<LabelMatcher> own =
                List.of(equal("__name__", "dwcp_v3_component_health"), equal("instance", api.address()));
        List<StoredSeries> versions = catalog.store().select(own, T - HOUR, T + 10 * MINUTE);
        assertThat(versions).hasSize(2);
        assertThat(versions)
                .filteredOn(series -> series.labels().get("version").endsWith("-rc1"))
                .singleElement()
                .satisfies(series -> assertThat(
                                series.within(T - HOUR, T + 10 * MINUTE).times()[0])
                        .isBetween(T, T + 5_000));
        assertThat(calm.store().select(own, T - MINUTE, T)).hasSize(1);
    }

    @Test
    void aPrometheusThatIsDownStoresNothingAndTheOtherSeesIt() {
        World blind = during(effect(Aspect.PROMETHEUS_DOWN, Place.ofNode("eu-west", "a"), 1));
        assertThat(one(catalog(blind, "a"), "redis_up")
                        .within(T, T + 10 * MINUTE)
                        .times())
                .isEmpty();
        MetricCatalog other = catalog(blind, "b");
        assertThat(one(other, "redis_up").within(T, T + 10 * MINUTE).times()).isNotEmpty();
        assertThat(one(other, "up", "instance", "prometheus-a.eu-west.novacron.example:9090")
                        .within(T, T + 10 * MINUTE)
                        .values())
                .containsOnly(0);
    }

    @Test
    void nothingIsOlderThanTheOldest() {
        MetricCatalog young = new MetricCatalog(() -> QUIET, CLUSTER, "a", T - HOUR);
        assertThat(one(young, "redis_up").within(T - 3 * HOUR, T).times()[0]).isGreaterThan(T - HOUR);
        assertThat(one(young, "redis_up").newest(T - 3 * HOUR, T - 2 * HOUR)).isNull();
        StoredSeries old = one(calm, "redis_up");
        assertThat(old.newest(T - 31 * 24 * HOUR - MINUTE, T - 31 * 24 * HOUR)).isNotNull();
    }

    @Test
    void calmIsCalm() {
        assertThat(sum(calm, "novacron_api_requests_total")).isBetween(58 * 0.5, 58 * 1.5);
        assertThat(sum(calm, "haproxy_frontend_http_requests_total")).isBetween(60 * 0.5, 60 * 1.5);
        assertThat(sum(calm, "haproxy_frontend_http_responses_total", "code", "5xx")
                        / sum(calm, "haproxy_frontend_http_requests_total"))
                .isLessThan(0.001);
        assertThat(sum(calm, "dwcp_v3_component_errors_total") / sum(calm, "dwcp_v3_component_operations_total"))
                .isLessThan(0.001);
        assertThat(newest(calm, "novacron_service_availability")).containsOnly(1);
        assertThat(newest(calm, "novacron_health_check_status")).containsOnly(1);
        assertThat(newest(calm, "dwcp_system_component_health")).containsOnly(2);
        assertThat(newest(calm, "novacron_consensus_has_leader")).containsOnly(1);
        assertThat(newest(calm, "novacron_consensus_is_leader")).containsExactlyInAnyOrder(1, 0, 0);
        assertCalm("novacron_system_cpu_usage_percent", 5, 80);
        assertCalm("novacron_network_packet_loss_rate", 0, 0.001);
        assertCalm("novacron_vm_cpu_usage_percent", 0, 100);
        assertCalm("five_nines_availability_percentage", 99.99, 100);
        assertThat(newest(calm, "up")).containsOnly(1);
        double fast = sum(calm, "novacron_api_request_duration_seconds_bucket", "le", "0.25");
        assertThat(fast / sum(calm, "novacron_api_request_duration_seconds_count"))
                .isGreaterThan(0.99);
    }

    @Test
    void eachExporterSaysTheSameOfOneThing() {
        Instance slow = CLUSTER.instancesOf(Service.HYPERVISOR).get(3);
        String node = slow.node().name();
        MetricCatalog catalog = catalog(during(effect(Aspect.DISK, Place.ofNode("eu-west", node), 0.3)), "a");
        long at = T + 10 * MINUTE;
        double usage = value(one(catalog, "dwcp_node_usage", "node", node, "resource", "disk"), at);
        double left =
                value(one(catalog, "node_filesystem_avail_bytes", "node", node, "mountpoint", "/var/lib/novacron"), at);
        assertThat(usage + left)
                .isCloseTo((double) slow.node().diskBytes(), within(slow.node().diskBytes() * 1e-4));
        assertThat(usage / slow.node().diskBytes()).isBetween(0.75, 0.95);
    }

    @Test
    void everyFamilyOfAPageIsKnownOnce() {
        List<MetricFamily> families = calm.metadata();
        assertThat(families.stream().map(MetricFamily::name)).doesNotHaveDuplicates();
        assertThat(families)
                .hasSizeGreaterThan(200)
                .allSatisfy(family -> assertThat(family.help()).isNotBlank());
        assertThat(families)
                .contains(new MetricFamily("novacron_api_requests_total", MetricType.COUNTER, "API requests."));
    }

    @Test
    void aPageHasHelpTypeAndOwnLabelsOnly() {
        ScrapeTarget target = calm.targets().stream()
                .filter(one -> one.job().equals("api"))
                .findFirst()
                .orElseThrow();
        String page = calm.exposition(target, T / 1e3);
        assertThat(page)
                .contains(
                        "# HELP novacron_api_requests_total API requests.\n# TYPE novacron_api_requests_total counter\n")
                .contains(
                        "novacron_api_request_duration_seconds_bucket{endpoint=\"/api/vms\",le=\"+Inf\",method=\"GET\"} ")
                .doesNotContain("job=")
                .doesNotContain("instance=")
                .endsWith("\n");
    }

    private static MetricCatalog catalog(World world, String replica) {
        return new MetricCatalog(() -> world, CLUSTER, replica);
    }

    /** A quarter of an hour of some effects from noon on. */
    private static World during(Effect... effects) {
        return new World(
                PLATFORM,
                Timeline.QUIET.started(
                        new Incident("test", NOON, NOON.plus(Duration.ofMinutes(15)), List.of(effects))));
    }

    private static Effect effect(Aspect aspect, Place place, double magnitude) {
        return new Effect(aspect, place, magnitude, Duration.ZERO, Duration.ZERO);
    }

    private static LabelMatcher equal(String name, String value) {
        return LabelMatcher.of(name, LabelMatcher.Op.EQUAL, value);
    }

    private static List<StoredSeries> all(MetricCatalog catalog, String name, String... labels) {
        List<LabelMatcher> matchers = new ArrayList<>(List.of(equal("__name__", name)));
        for (int i = 0; i < labels.length; i += 2) {
            matchers.add(equal(labels[i], labels[i + 1]));
        }
        return catalog.store().select(matchers, T - HOUR, T + HOUR);
    }

    private static StoredSeries one(MetricCatalog catalog, String name, String... labels) {
        List<StoredSeries> found = all(catalog, name, labels);
        assertThat(found).as(name).isNotEmpty();
        return found.getFirst();
    }

    private static double value(StoredSeries series, long millis) {
        return Objects.requireNonNull(series.newest(millis - 5 * MINUTE, millis))
                .value();
    }

    private static double increase(StoredSeries series, long from, long to) {
        return value(series, to) - value(series, from);
    }

    /** Per second over an hour, of all series together. */
    private static double sum(MetricCatalog catalog, String name, String... labels) {
        return all(catalog, name, labels).stream()
                        .mapToDouble(series -> increase(series, T - HOUR, T))
                        .sum()
                / 3_600;
    }

    private void assertCalm(String name, double least, double most) {
        assertThat(DoubleStream.of(newest(calm, name)).boxed())
                .isNotEmpty()
                .allSatisfy(value -> assertThat(value).as(name).isBetween(least, most));
    }

    private static double[] newest(MetricCatalog catalog, String name) {
        return all(catalog, name).stream()
                .flatMapToDouble(series -> DoubleStream.of(value(series, T)))
                .toArray();
    }
}
