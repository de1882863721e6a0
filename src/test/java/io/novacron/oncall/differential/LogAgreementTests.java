package io.novacron.oncall.differential;

import static org.assertj.core.api.Assertions.assertThat;

import io.novacron.oncall.connectors.elasticsearch.ElasticsearchConnector;
import io.novacron.oncall.connectors.http.SourceClient;
import io.novacron.oncall.contract.Sources;
import io.novacron.oncall.core.log.LogCursor;
import io.novacron.oncall.core.log.LogEntry;
import io.novacron.oncall.core.log.LogHistogram;
import io.novacron.oncall.core.log.LogPage;
import io.novacron.oncall.core.log.LogQuery;
import io.novacron.oncall.core.source.Contact;
import io.novacron.oncall.core.source.Fetched;
import io.novacron.oncall.core.source.SourceError;
import io.novacron.oncall.core.source.SourceKind;
import io.novacron.oncall.core.time.Clock;
import io.novacron.oncall.demo.elasticsearch.ElasticsearchBackend;
import io.novacron.oncall.demo.elasticsearch.LogIndex;
import io.novacron.oncall.demo.http.Loopback;
import io.novacron.oncall.servers.SearchServer;
import io.novacron.oncall.servers.Servers;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The estate's log store and a real OpenSearch 3.8 answer our connector alike over the same documents. */
class LogAgreementTests {

    private static final long SEED = 20_261_122;
    private static final int GENERATED = 240;
    private static final int PAGE = 60;
    private static final int PAGES = 3;
    /** As long as the real server may work by what our connector asks. */
    private static final Duration PATIENCE = Duration.ofSeconds(25);

    /** What one search brought; rows without their ids, which each server makes up. */
    private record Answer(List<Row> rows, List<String> warnings, Object bars, int refusal) {

        boolean hasRows() {
            return !rows.isEmpty();
        }

        @Override
        public String toString() {
            String shown = rows.stream().limit(4).map(row -> "\n      " + row).toList() + " of " + rows.size();
            return shown + " " + warnings + " " + bars + " " + refusal;
        }
    }

    private record Row(String index, Object time, String severity, Map<String, String> fields) {

        static Row of(LogEntry entry) {
            return new Row(entry.index(), entry.time(), entry.severity(), entry.fields());
        }
    }

    @Test
    void everySearchFindsTheSameEntriesInTheSameOrderWithTheSameBars() throws IOException {
        LogDocuments documents = new LogDocuments(SEED);
        List<String> queries = new LogSearches(SEED, documents.lines()).queries(GENERATED);
        List<String> differences = new ArrayList<>();
        int withRows = 0;
        int refused = 0;
        try (SearchServer real = SearchServer.start(Servers.OPENSEARCH_3_8);
                LogIndex index = new LogIndex();
                Loopback estate =
                        new Loopback(0, new ElasticsearchBackend(index, Clock.system(), PATIENCE), Clock.system());
                SourceClient toReal = Sources.client(real.url(), SourceKind.ELASTICSEARCH);
                SourceClient toEstate = Sources.client(estate.uri(), SourceKind.ELASTICSEARCH)) {
            documents.load(real.url());
            documents.load(estate.uri());
            for (String query : queries) {
                Answer expected = answer(toReal, query);
                Answer ours = answer(toEstate, query);
                withRows += expected.hasRows() ? 1 : 0;
                refused += expected.refusal() > 0 ? 1 : 0;
                if (!expected.equals(ours)) {
                    differences.add(query + "\n    real: " + expected + "\n    ours: " + ours);
                }
            }
        }
        System.out.printf(
                "%d searches over %d documents with seed %d: %d with entries, %d refused, %d differ%n",
                queries.size(), documents.lines().size(), SEED, withRows, refused, differences.size());
        assertThat(differences).as("differences with seed " + SEED).isEmpty();
        assertThat(queries).hasSizeGreaterThanOrEqualTo(200);
        assertThat(withRows)
                .as("searches with entries, with seed " + SEED)
                .isGreaterThanOrEqualTo(queries.size() * 8 / 10);
    }

    private static Answer answer(SourceClient client, String text) {
        ElasticsearchConnector source = new ElasticsearchConnector(client, List.of("agree-*"));
        List<Row> rows = new ArrayList<>();
        List<String> warnings = new ArrayList<>();
        LogCursor cursor = null;
        for (int page = 0; page < PAGES; page++) {
            LogQuery query = new LogQuery(text, LogDocuments.START, LogDocuments.END, PAGE, cursor);
            switch (source.search(query)) {
                case Fetched.Answer<LogPage>(LogPage found, Contact _) -> {
                    found.entries().forEach(entry -> rows.add(Row.of(entry)));
                    warnings.addAll(found.warnings());
                    cursor = found.next();
                }
                case Fetched.Failure<LogPage>(SourceError error) -> {
                    return new Answer(List.of(), List.of(), "", status(error));
                }
            }
            if (cursor == null) {
                break;
            }
        }
        LogQuery query = new LogQuery(text, LogDocuments.START, LogDocuments.END, PAGE, null);
        return switch (source.histogram(query)) {
            case Fetched.Answer<LogHistogram>(LogHistogram bars, Contact _) -> new Answer(rows, warnings, bars, 0);
            case Fetched.Failure<LogHistogram>(SourceError error) ->
                new Answer(rows, warnings, error.sentence(), status(error));
        };
    }

    /** @throws AssertionError where the error is not a refusal */
    private static int status(SourceError error) {
        if (error instanceof SourceError.Rejected(String _, int status, String _)) {
            return status;
        }
        throw new AssertionError(error.sentence());
    }
}
