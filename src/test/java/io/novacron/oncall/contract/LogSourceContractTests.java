package io.novacron.oncall.contract;

import static io.novacron.oncall.contract.LogContractData.END;
import static io.novacron.oncall.contract.LogContractData.SAME;
import static io.novacron.oncall.contract.LogContractData.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.novacron.oncall.connectors.elasticsearch.ElasticsearchConnector;
import io.novacron.oncall.connectors.http.SourceClient;
import io.novacron.oncall.core.log.LogAnswer;
import io.novacron.oncall.core.log.LogCursor;
import io.novacron.oncall.core.log.LogEntry;
import io.novacron.oncall.core.log.LogHistogram;
import io.novacron.oncall.core.log.LogPage;
import io.novacron.oncall.core.log.LogQuery;
import io.novacron.oncall.core.log.LogTotal;
import io.novacron.oncall.core.source.Contact;
import io.novacron.oncall.core.source.Fetched;
import io.novacron.oncall.core.source.SourceError;
import io.novacron.oncall.core.source.SourceKind;
import io.novacron.oncall.servers.Http;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What a log source promises, on every search server there is and on the estate. */
@ParameterizedClass
@EnumSource(LogStage.Kind.class)
class LogSourceContractTests {

    private static final String OURS = "\"X-Opaque-Id\":\"oncall-";

    private static @Nullable LogStage running;

    @Parameter
    LogStage.Kind kind = LogStage.Kind.ELASTICSEARCH_7_17;

    @BeforeParameterizedClassInvocation
    static void start(LogStage.Kind kind) throws IOException {
        LogStage server = LogStage.of(kind);
        running = server;
        LogContractData.load(server);
    }

    @AfterParameterizedClassInvocation
    static void stop() {
        if (running != null) {
            running.close();
            running = null;
        }
    }

    @Test
    void thePollTellsFlavourVersionAndWhatThePatternsMatch() {
        Fetched<LogAnswer> polled =
                with(List.of("same-*", "exact-1", "absent", "absent-*"), ElasticsearchConnector::poll);
        Contact contact = Sources.contact(polled);
        assertThat(contact.flavour()).isEqualTo(server().product());
        assertThat(contact.version()).isEqualTo(server().version());
        assertThat(contact.conditions()).isEmpty();
        assertThat(Sources.value(polled).indices()).containsExactly("exact-1", "same-ms", "same-ns");
    }

    @Test
    void withoutPatternsEverythingThatIsNotHiddenIsRead() {
        assertThat(Sources.value(with(List.of(), ElasticsearchConnector::poll)).indices())
                .contains("exact-1", "same-ms", "same-ns", "slow-1", "text-1");
    }

    @Test
    void noMatchingIndexIsAnEmptyAnswerThatSaysSo() {
        List<String> absent = List.of("absent-*", "gone");
        Fetched<LogAnswer> polled = with(absent, ElasticsearchConnector::poll);
        assertThat(Sources.value(polled).indices()).isEmpty();
        assertThat(Sources.contact(polled).conditions()).isEmpty();
        LogPage page = Sources.value(with(absent, source -> source.search(query("", 10, null))));
        assertThat(page.entries()).isEmpty();
        assertThat(page.warnings()).containsExactly("No index matches absent-*,gone");
        LogHistogram bars = Sources.value(with(absent, source -> source.histogram(query("", 10, null))));
        assertThat(bars.total()).isEqualTo(new LogTotal(0, LogTotal.Relation.EQ));
        assertThat(bars.warnings()).containsExactly("No index matches absent-*,gone");
    }

    @Test
    void pagingMeetsEveryEntryOnceNewestFirstThoughManyShareTheirTime() {
        for (int limit : new int[] {41, 1_000, 5_000}) {
            List<LogEntry> entries = all("*", limit);
            assertThat(entries).as("limit %d", limit).hasSize(SAME);
            assertThat(keys(entries)).as("limit %d", limit).hasSize(SAME);
            assertThat(entries)
                    .as("limit %d", limit)
                    .isSortedAccordingTo(Comparator.comparing(LogEntry::time).reversed());
        }
    }

    @Test
    void anEntryThatArrivesWhileOnePagesNeitherDoublesNorHidesOthers() throws IOException {
        LogStage server = server();
        Instant start = START.minusSeconds(1_000);
        StringBuilder before = new StringBuilder();
        for (int i = 0; i < 40; i++) {
            LogContractData.add(before, "moving-1", "m" + i, start.plusSeconds(i / 10), "INFO");
        }
        server.bulk(before.toString());
        try (SourceClient client = Sources.client(server.url(), SourceKind.ELASTICSEARCH)) {
            ElasticsearchConnector source = new ElasticsearchConnector(client, List.of("moving-*"));
            List<LogEntry> entries = new ArrayList<>();
            LogCursor cursor = null;
            int page = 0;
            do {
                LogPage next = Sources.value(source.search(new LogQuery("", start, END, 7, cursor)));
                entries.addAll(next.entries());
                cursor = next.next();
                StringBuilder newer = new StringBuilder();
                LogContractData.add(newer, "moving-1", "n" + page++, start.plusSeconds(500), "INFO");
                server.bulk(newer.toString());
            } while (cursor != null);
            assertThat(entries).extracting(LogEntry::message).hasSize(40).doesNotHaveDuplicates();
        }
    }

    @Test
    void theRangeHoldsItsStartAndNotItsEnd() {
        Instant first = START.plusMillis(123);
        LogQuery query = new LogQuery("", first, first.plusSeconds(36), 1_000, null);
        List<LogEntry> entries = Sources.value(with(List.of("same-*"), source -> source.search(query)))
                .entries();
        assertThat(entries)
                .hasSize(25)
                .allSatisfy(entry -> assertThat(entry.time()).isEqualTo(first));
    }

    @Test
    void theHistogramCountsExactlyAndItsBarsMakeTheTotal() {
        LogHistogram all = Sources.value(with(List.of("same-*"), source -> source.histogram(query("*", 1, null))));
        assertThat(all.total()).isEqualTo(new LogTotal(SAME, LogTotal.Relation.EQ));
        assertThat(all.buckets()).hasSizeBetween(60, 150);
        assertThat(all.buckets().stream().mapToLong(LogHistogram.Bucket::count).sum())
                .isEqualTo(SAME);
        assertThat(all.buckets())
                .allSatisfy(bar -> assertThat(bar.bySeverity().values().stream()
                                .mapToLong(Long::longValue)
                                .sum())
                        .isEqualTo(bar.count()));
        assertThat(severity(all, "warning")).isEqualTo(SAME / 4);
        assertThat(severity(all, "unknown")).isZero();
        assertThat(all.warnings()).isEmpty();

        LogHistogram some =
                Sources.value(with(List.of("same-*"), source -> source.histogram(query("log.level:Error", 1, null))));
        assertThat(some.total()).isEqualTo(new LogTotal(SAME / 4, LogTotal.Relation.EQ));
        assertThat(some.buckets()).hasSameSizeAs(all.buckets());
    }

    @Test
    void aTextLevelIsSaidNotToBeCountedAndTheBarsStand() {
        LogHistogram bars = Sources.value(with(List.of("text-1"), source -> source.histogram(query("", 1, null))));
        assertThat(bars.total().value()).isEqualTo(1);
        assertThat(severity(bars, "unknown")).isEqualTo(1);
        assertThat(bars.warnings()).singleElement().asString().contains("not split by severity", "log.level");
    }

    @Test
    void fieldsAreReadAlikeFromNestedObjectsAndDottedNamesAndNumbersStayExact() {
        List<LogEntry> entries = Sources.value(
                        with(List.of("exact-1"), source -> source.search(query("service.name:api", 10, null))))
                .entries();
        assertThat(entries).extracting(LogEntry::message).containsExactly("nested", "dotted");
        assertThat(entries).allSatisfy(entry -> {
            assertThat(entry.severity()).isEqualTo("error");
            assertThat(entry.service()).isEqualTo("api");
            assertThat(entry.traceId()).isEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
            assertThat(entry.index()).isEqualTo("exact-1");
        });
        assertThat(entries.getFirst().id()).isEqualTo("nested");
        assertThat(entries.getFirst().fields())
                .containsEntry("big", "9007199254740993")
                .containsEntry("price", "1.10")
                .containsEntry("list", "one, two")
                .containsEntry("log.level", "err");
    }

    @Test
    void aQueryThatCannotBeParsedIsRefusedWithTheServersReason() {
        for (String text : List.of("level:(", "a AND", "[1 TO", "\"open")) {
            for (Fetched<?> fetched : List.of(
                    with(List.of("same-*"), source -> source.search(query(text, 10, null))),
                    with(List.of("same-*"), source -> source.histogram(query(text, 10, null))))) {
                SourceError error = Sources.error(fetched);
                assertThat(error).as(text).isInstanceOf(SourceError.Rejected.class);
                assertThat(error.sentence())
                        .as(text)
                        .contains("(400)", "parse error of the query", "at line 1, column");
            }
        }
    }

    @Test
    void anInterruptEndsTheSearchOnTheServer() throws InterruptedException {
        AtomicReference<Fetched<LogPage>> answer = new AtomicReference<>();
        Thread searching = Thread.ofVirtual()
                .start(() -> answer.set(with(
                        List.of("slow-1"), source -> source.search(query(LogContractData.slowQuery(), 10, null)))));
        await().atMost(Duration.ofSeconds(10))
                .pollInterval(Duration.ofMillis(50))
                .until(LogSourceContractTests::isSearching);
        searching.interrupt();
        searching.join();
        assertThat(Sources.error(answer.get())).isInstanceOf(SourceError.Cancelled.class);
        // told at once, though the server finishes the step it is in
        await().atMost(Duration.ofSeconds(5)).until(() -> {
            String tasks = tasks();
            return !tasks.contains(OURS) || tasks.contains("\"cancelled\":true");
        });
        await().atMost(Duration.ofSeconds(20)).until(() -> !isSearching());
    }

    /** Whether the server works on a search that carries our header. */
    private static boolean isSearching() throws IOException {
        return tasks().contains(OURS);
    }

    private static String tasks() throws IOException {
        return Http.get(server().url("/_tasks?actions=indices:data/read/search&detailed=true"))
                .ok()
                .body();
    }

    private List<LogEntry> all(String text, int limit) {
        return with(List.of("same-*"), source -> {
            List<LogEntry> entries = new ArrayList<>();
            LogCursor cursor = null;
            do {
                LogPage page = Sources.value(source.search(query(text, limit, cursor)));
                assertThat(page.warnings()).isEmpty();
                assertThat(page.entries()).hasSizeBetween(1, limit);
                entries.addAll(page.entries());
                cursor = page.next();
            } while (cursor != null);
            return entries;
        });
    }

    private static Set<String> keys(List<LogEntry> entries) {
        Set<String> keys = new HashSet<>();
        entries.forEach(entry -> keys.add(entry.index() + "/" + entry.id()));
        return keys;
    }

    private static long severity(LogHistogram histogram, String word) {
        return histogram.buckets().stream()
                .mapToLong(bar -> bar.bySeverity().getOrDefault(word, 0L))
                .sum();
    }

    private static LogQuery query(String text, int limit, @Nullable LogCursor after) {
        return new LogQuery(text, START, END, limit, after);
    }

    private static LogStage server() {
        LogStage server = running;
        if (server == null) {
            throw new IllegalStateException("no server runs");
        }
        return server;
    }

    private static <T> T with(List<String> indices, Function<ElasticsearchConnector, T> use) {
        try (SourceClient client = Sources.client(server().url(), SourceKind.ELASTICSEARCH)) {
            return use.apply(new ElasticsearchConnector(client, indices));
        }
    }
}
