package io.novacron.oncall.demo.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.novacron.oncall.core.trace.Reference;
import io.novacron.oncall.core.trace.Span;
import io.novacron.oncall.core.trace.SpanError;
import io.novacron.oncall.core.trace.Tag;
import io.novacron.oncall.core.trace.Trace;
import io.novacron.oncall.core.trace.TraceTree;
import io.novacron.oncall.demo.operation.Kind;
import io.novacron.oncall.demo.operation.Operation;
import io.novacron.oncall.demo.operation.Operations;
import io.novacron.oncall.demo.operation.Visit;
import io.novacron.oncall.demo.platform.Instance;
import io.novacron.oncall.demo.platform.Platform;
import io.novacron.oncall.demo.platform.Service;
import io.novacron.oncall.demo.world.Aspect;
import io.novacron.oncall.demo.world.Effect;
import io.novacron.oncall.demo.world.Incident;
import io.novacron.oncall.demo.world.Place;
import io.novacron.oncall.demo.world.Timeline;
import io.novacron.oncall.demo.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TracesTests {

    private static final Platform PLATFORM = Platform.of(42);
    private static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");
    private static final long START = NOON.getEpochSecond() * 1_000_000;
    private static final long MINUTE = 60_000_000;

    private static final World QUIET = new World(PLATFORM, Timeline.QUIET);

    private final Operations operations = new Operations(() -> QUIET);
    private final Traces traces = new Traces(() -> QUIET, operations);

    @Test
    void aTraceHasOneRootAndItsGapsAreFew() {
        int spans = 0;
        int orphans = 0;
        for (Operation operation : operations.between(START, START + 5 * MINUTE)) {
            TraceTree tree = tree(operation);
            spans += tree.rows().size();
            orphans += tree.orphans();
            assertThat(tree.rows()).filteredOn(row -> row.depth() == 0).hasSize(1 + tree.orphans());
            assertThat(traces.spans(operation)).extracting(Span::spanId).doesNotHaveDuplicates();
        }
        assertThat(orphans / (double) spans).isBetween(0.0005, 0.004);
    }

    @Test
    void whatHappenedIsASpanOfEachProcessThatTookPart() {
        for (Operation operation : operations.between("eu-west", START, START + MINUTE)) {
            List<Span> spans = traces.spans(operation);
            if (tree(operation).orphans() == 0 && operation.failure() == null) {
                assertThat(spans).extracting(Span::traceId).containsOnly(operation.traceId());
                Set<String> ids = spans.stream().map(Span::spanId).collect(Collectors.toSet());
                Set<String> done = operation.visits().stream()
                        .filter(Visit::answered)
                        .map(Visit::spanId)
                        .collect(Collectors.toSet());
                done.removeAll(ids);
                assertThat(done).hasSizeLessThanOrEqualTo(2);
            }
        }
    }

    @Test
    void everySpanSaysWhatItIsAndWhere() {
        Set<String> keys = new HashSet<>();
        for (Operation operation : operations.between(START, START + 30 * MINUTE)) {
            if (!operation.sampled()) {
                continue;
            }
            for (Span span : traces.spans(operation)) {
                assertThat(span.tags())
                        .extracting(Tag::key)
                        .doesNotHaveDuplicates()
                        .contains("component", "operation", "environment", "span.kind", "tenant.id");
                assertThat(span.processTags())
                        .contains(Tags.text("cluster", operation.cluster()))
                        .extracting(Tag::key)
                        .contains("host.name", "service.version", "service.instance.id");
                span.tags().forEach(tag -> keys.add(tag.key()));
                span.processTags().forEach(tag -> keys.add(tag.key()));
                span.events().forEach(event -> event.fields().forEach(tag -> keys.add(tag.key())));
                assertThat(Vocabulary.operations(span.service())).containsKey(span.operation());
                assertThat(Vocabulary.kinds(span.service(), span.operation())).contains(operation.kind());
            }
        }
        assertThat(keys).isEqualTo(Tags.KEYS);
    }

    @Test
    void theErrorIsOnEverySpanAboveTheOneWhereItBegan() {
        World hurt = hurt(
                new Effect(Aspect.ERRORS, Place.of("eu-west", Service.POSTGRES), 0.5, Duration.ZERO, Duration.ZERO));
        Operations failing = new Operations(() -> hurt);
        Traces told = new Traces(() -> hurt, failing);
        List<Operation> failed = failing.between("eu-west", START, START + MINUTE).stream()
                .filter(one -> one.failure() != null && one.failure().type().equals("QueryFailed"))
                .toList();
        assertThat(failed).hasSizeGreaterThan(50).allSatisfy(operation -> {
            List<Span> spans = told.spans(operation);
            assertThat(spans.getFirst()).matches(SpanError::failed);
            assertThat(spans)
                    .filteredOn(span -> !span.events().isEmpty())
                    .allMatch(span -> span.service().equals("postgres") && SpanError.failed(span));
            assertThat(spans)
                    .filteredOn(span -> span.tags().contains(Tags.number("retry.attempt", 2)))
                    .hasSizeLessThanOrEqualTo(1)
                    .allMatch(span -> span.tags().contains(Tags.text("peer.service", "postgres")));
        });
    }

    @Test
    void aCallThatWasTriedAgainLeavesAnErrorButTheTraceSucceeds() {
        List<Operation> recovered = operations.between(START, START + 10 * MINUTE).stream()
                .filter(one ->
                        one.failure() == null && one.visits().stream().anyMatch(visit -> visit.failure() != null))
                .toList();
        assertThat(recovered).hasSizeGreaterThan(20).allSatisfy(operation -> {
            assertThat(operation.sampled()).isTrue();
            assertThat(traces.spans(operation).getFirst()).matches(span -> !SpanError.failed(span));
        });
    }

    @Test
    void someClocksAreWrongByAConstant() {
        Hosts hosts = new Hosts(QUIET);
        List<Long> offsets = PLATFORM.clusters().stream()
                .flatMap(cluster -> cluster.nodes().stream())
                .map(hosts::offset)
                .filter(offset -> offset != 0)
                .toList();
        assertThat(offsets)
                .hasSizeBetween(1, 8)
                .allSatisfy(offset -> assertThat(Math.abs(offset)).isBetween(3_000L, 40_000L));
    }

    @Test
    void batchesAreLinkedToTheWritesTheyWereDoneFor() {
        List<Operation> batches = operations.between("eu-west", START, START + 20 * MINUTE).stream()
                .filter(one -> one.kind() == Kind.STORAGE_TIER)
                .toList();
        assertThat(batches).isNotEmpty().allSatisfy(batch -> {
            List<Reference> links = traces.spans(batch).getFirst().references();
            assertThat(links).hasSize(3).allSatisfy(link -> {
                assertThat(link.kind()).isEqualTo(Reference.Kind.FOLLOWS_FROM);
                Operation cause = operations.byTraceId(link.traceId()).orElseThrow();
                assertThat(cause.kind()).isEqualTo(Kind.STORAGE_WRITE);
                assertThat(cause.sampled()).isTrue();
                assertThat(cause.visits().getFirst().spanId()).isEqualTo(link.spanId());
            });
        });
    }

    @Test
    void aNewVersionShowsInTheProcessThatGotIt() {
        Instance api = PLATFORM.cluster("eu-west").instancesOf(Service.API).getFirst();
        Hosts hosts = new Hosts(hurt(new Effect(Aspect.DEPLOY, Place.of(api), 1, Duration.ZERO, Duration.ZERO)));
        assertThat(version(hosts, api, START - 1)).doesNotContain("rc");
        assertThat(version(hosts, api, START + MINUTE)).endsWith("-rc1");
    }

    @Test
    void migrationsHaveManySpans() {
        List<Operation> migrations = operations.between(START, START + 60 * MINUTE).stream()
                .filter(one -> one.kind() == Kind.VM_MIGRATE && one.failure() == null)
                .toList();
        assertThat(migrations)
                .isNotEmpty()
                .allSatisfy(operation -> assertThat(traces.spans(operation))
                        .hasSizeBetween(50, 300)
                        .anyMatch(span ->
                                span.tags().stream().anyMatch(tag -> tag.key().equals("vm.target_node"))));
    }

    private static String version(Hosts hosts, Instance instance, long time) {
        return hosts.tags(instance, time).stream()
                .filter(tag -> tag.key().equals("service.version"))
                .findFirst()
                .orElseThrow()
                .value();
    }

    private static World hurt(Effect effect) {
        return new World(PLATFORM, Timeline.QUIET.started(new Incident("test", NOON, null, List.of(effect))));
    }

    private TraceTree tree(Operation operation) {
        return TraceTree.of(new Trace(operation.traceId(), traces.spans(operation), List.of()));
    }
}
