package io.novacron.oncall.contract;

import static io.novacron.oncall.contract.TraceContractData.NARROW;
import static io.novacron.oncall.contract.TraceContractData.ODD_SERVICE;
import static io.novacron.oncall.contract.TraceContractData.WIDE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.novacron.oncall.connectors.http.SourceClient;
import io.novacron.oncall.connectors.jaeger.JaegerConnector;
import io.novacron.oncall.core.source.Contact;
import io.novacron.oncall.core.source.Fetched;
import io.novacron.oncall.core.source.SourceError;
import io.novacron.oncall.core.source.SourceKind;
import io.novacron.oncall.core.time.Clock;
import io.novacron.oncall.core.trace.Dependency;
import io.novacron.oncall.core.trace.Tag;
import io.novacron.oncall.core.trace.Trace;
import io.novacron.oncall.core.trace.TraceAnswer;
import io.novacron.oncall.core.trace.TraceIds;
import io.novacron.oncall.core.trace.TraceQuery;
import io.novacron.oncall.core.trace.TraceTree;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What a trace source promises, on every Jaeger there is: real ones and the estate's. */
@ParameterizedClass
@EnumSource(TraceStage.Kind.class)
class TraceSourceContractTests {

    private static final TraceContractData DATA =
            new TraceContractData(Clock.system().now());

    private static @Nullable TraceStage running;
    private static List<String> atFirst = List.of("not asked");

    @Parameter
    TraceStage.Kind kind = TraceStage.Kind.ESTATE;

    @BeforeParameterizedClassInvocation
    static void start(TraceStage.Kind kind) throws IOException {
        TraceStage server = TraceStage.open(kind);
        running = server;
        atFirst = Sources.value(with(JaegerConnector::poll)).services();
        DATA.load(server);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> Sources.value(with(JaegerConnector::poll))
                        .services()
                        .containsAll(List.of("api", "vm", "worker", ODD_SERVICE)));
        await().atMost(Duration.ofSeconds(20)).until(() -> search("worker", 50).size() == 12);
    }

    @AfterParameterizedClassInvocation
    static void stop() {
        if (running != null) {
            running.close();
            running = null;
        }
    }

    @Test
    void anEmptyStoreIsAnAnswerWithoutOurServices() {
        assertThat(atFirst).doesNotContain("not asked", "api", "vm", "worker", ODD_SERVICE);
    }

    @Test
    void thePollTellsTheDialectAndTheServicesSorted() {
        Fetched<TraceAnswer> polled = with(JaegerConnector::poll);
        Contact contact = Sources.contact(polled);
        assertThat(contact.flavour()).isEqualTo("legacy");
        assertThat(contact.conditions()).isEmpty();
        assertThat(Sources.value(polled).services()).isSorted().contains("api", ODD_SERVICE, "vm", "worker");
    }

    @Test
    void operationsOfAServiceAreFoundWhateverItsName() {
        assertThat(operations("api")).containsExactly("GET /vms", "late");
        assertThat(operations(ODD_SERVICE)).containsExactly("charge a/b");
        assertThat(operations("nobody")).isEmpty();
    }

    @Test
    void aTraceIsFoundByEveryFormOfItsId() {
        for (String id : List.of(WIDE, WIDE.toUpperCase(Locale.ROOT), "4bf92f35-77b3-4da6-a3ce-929d0e0e4736")) {
            assertThat(Sources.value(with(source -> source.trace(id))).spans())
                    .as(id)
                    .hasSize(3);
        }
        for (String id : List.of(NARROW, TraceIds.normal(NARROW), "0fa1c2d3e4f50617")) {
            Trace trace = Sources.value(with(source -> source.trace(id)));
            assertThat(TraceIds.same(trace.traceId(), NARROW)).as(id).isTrue();
            assertThat(trace.spans()).singleElement().satisfies(span -> {
                assertThat(span.service()).isEqualTo(ODD_SERVICE);
                assertThat(span.operation()).isEqualTo("charge a/b");
                assertThat(span.duration()).isEqualTo(7_000_000);
            });
        }
    }

    @Test
    void aTraceMakesATreeWithItsErrorAndItsOrphan() {
        Trace trace = Sources.value(with(source -> source.trace(WIDE)));
        TraceTree tree = TraceTree.of(trace);
        assertThat(tree.rows())
                .extracting(row -> row.span().operation())
                .containsExactly("GET /vms", "start vm", "late");
        assertThat(tree.rows()).extracting(TraceTree.Row::depth).containsExactly(0, 1, 0);
        assertThat(tree.errors()).isEqualTo(1);
        assertThat(tree.orphans()).isEqualTo(1);
        assertThat(tree.services()).containsExactly("api", "vm");
        assertThat(tree.end() - tree.start()).isEqualTo(200_000_000);
        assertThat(tree.rows().get(1).span().tags()).contains(new Tag("bytes", "int64", "9007199254740993"));
        assertThat(tree.rows().get(1).span().processTags()).contains(new Tag("host.name", "string", "node-1"));
    }

    @Test
    void anUnknownTraceIsRefusedAs404() {
        for (String id : List.of("0123456789abcdef0123456789abcdef", "0000", "..", "a/b")) {
            SourceError error = Sources.error(with(source -> source.trace(id)));
            assertThat(error)
                    .as(id)
                    .isInstanceOfSatisfying(
                            SourceError.Rejected.class,
                            refused -> assertThat(refused.status()).isEqualTo(404));
        }
    }

    @Test
    void aSearchKeepsToServiceOperationTagsDurationsAndLimit() {
        assertThat(search("worker", 50)).hasSize(12);
        assertThat(search("worker", 5)).hasSize(5);
        assertThat(search("nobody", 50)).isEmpty();
        assertThat(found("api", "late", Map.of(), null, null)).hasSize(1);
        assertThat(found("api", "run", Map.of(), null, null)).isEmpty();
        assertThat(found("vm", "", Map.of("error", "true"), null, null)).hasSize(1);
        assertThat(found("vm", "", Map.of("bytes", "9007199254740993"), null, null))
                .hasSize(1);
        assertThat(found("vm", "", Map.of("error", "false"), null, null)).isEmpty();
        assertThat(found("worker", "", Map.of(), Duration.ofMillis(95), null)).hasSize(3);
        assertThat(found("worker", "", Map.of(), Duration.ofMillis(15), Duration.ofMillis(35)))
                .hasSize(2);
    }

    @Test
    void tracesComeNewestFirst() {
        List<Long> starts = search("worker", 50).stream()
                .map(trace -> TraceTree.of(trace).start())
                .toList();
        assertThat(starts).isSortedAccordingTo(Comparator.reverseOrder());
    }

    @Test
    void conditionsThatMakeNoSenseAreRefusedInTheServersWords() {
        TraceQuery upsideDown = new TraceQuery(
                "api", "", Map.of(), Duration.ofSeconds(2), Duration.ofSeconds(1), DATA.start(), DATA.end(), 20);
        SourceError error = Sources.error(with(source -> source.search(upsideDown)));
        assertThat(error).isInstanceOf(SourceError.Rejected.class);
        assertThat(error.sentence()).contains("(400)", "maxDuration");
        TraceQuery nameless = new TraceQuery("", "", Map.of(), null, null, DATA.start(), DATA.end(), 20);
        assertThat(Sources.error(with(source -> source.search(nameless))).sentence())
                .contains("(400)", "service");
    }

    @Test
    void dependenciesAreCallsBetweenServicesInTheWindow() {
        assertThat(calls(DATA.end(), Duration.ofHours(1))).contains(new Dependency("api", "vm", 1));
        assertThat(calls(DATA.start().minusSeconds(86_400), Duration.ofMinutes(1)))
                .isEmpty();
    }

    private static List<String> operations(String service) {
        return Sources.value(with(source -> source.operations(service)));
    }

    private static List<Dependency> calls(Instant end, Duration lookback) {
        return Sources.value(with(source -> source.dependencies(end, lookback)));
    }

    private static List<Trace> search(String service, int limit) {
        TraceQuery query = new TraceQuery(service, "", Map.of(), null, null, DATA.start(), DATA.end(), limit);
        return Sources.value(with(source -> source.search(query)));
    }

    private static List<Trace> found(
            String service,
            String operation,
            Map<String, String> tags,
            @Nullable Duration min,
            @Nullable Duration max) {
        TraceQuery query = new TraceQuery(service, operation, tags, min, max, DATA.start(), DATA.end(), 50);
        return Sources.value(with(source -> source.search(query)));
    }

    private static <T> T with(Function<JaegerConnector, T> use) {
        TraceStage server = running;
        if (server == null) {
            throw new IllegalStateException("no server runs");
        }
        try (SourceClient client = Sources.client(server.url(), SourceKind.JAEGER)) {
            return use.apply(new JaegerConnector(client));
        }
    }
}
