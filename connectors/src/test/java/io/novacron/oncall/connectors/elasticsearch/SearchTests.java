package io.novacron.oncall.connectors.elasticsearch;

import static io.novacron.oncall.connectors.elasticsearch.FakeSearch.answer;
import static io.novacron.oncall.connectors.elasticsearch.FakeSearch.error;
import static io.novacron.oncall.connectors.elasticsearch.FakeSearch.query;
import static org.assertj.core.api.Assertions.assertThat;

import io.novacron.oncall.core.log.LogEntry;
import io.novacron.oncall.core.log.LogPage;
import io.novacron.oncall.core.log.LogQuery;
import io.novacron.oncall.core.source.Condition;
import io.novacron.oncall.core.source.Fetched;
import io.novacron.oncall.core.source.SourceError;
import io.novacron.oncall.core.source.SourceState;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SearchTests {

    private static final String SEARCH = "/logs-*/_search";

    @Test
    void anEntryIsReadWithItsTimeToTheNanosecond() {
        try (FakeSearch fake = new FakeSearch().on(SEARCH, 200, Payloads.ROWS)) {
            LogPage page =
                    answer(fake.connector("logs-*").search(query("", 10, null))).value();
            assertThat(page.next()).isNull();
            assertThat(page.warnings()).isEmpty();
            assertThat(page.entries()).singleElement().satisfies(entry -> {
                assertThat(entry.time()).isEqualTo(Instant.parse("2026-11-20T10:00:01.000000001Z"));
                assertThat(entry.severity()).isEqualTo("warning");
                assertThat(entry.service()).isEqualTo("api");
                assertThat(entry.message()).isEqualTo("slow");
                assertThat(entry.traceId()).isEqualTo("00000000000000000fa1c2d3e4f50617");
                assertThat(entry.fields()).containsEntry("log.level", "WARN");
            });
        }
    }

    @Test
    void failedShardsTimeOutsAndSkippedClustersMakeThePagePartial() {
        String partial = Payloads.NO_ROWS
                .replace("\"timed_out\":false", "\"timed_out\":true")
                .replace(
                        "\"failed\":0}",
                        "\"failed\":2,\"failures\":[{\"shard\":0,\"index\":\"app-1\",\"reason\":{\"type\":\"x_exception\","
                                + "\"reason\":\"disk gone\"}}]},\"_clusters\":{\"total\":3,\"successful\":2,\"skipped\":1}");
        try (FakeSearch fake = new FakeSearch().on(SEARCH, 200, partial)) {
            Fetched.Answer<LogPage> page = answer(fake.connector("logs-*").search(query("", 10, null)));
            assertThat(page.value().warnings())
                    .containsExactly(
                            "2 of 2 shards failed: app-1: x_exception: disk gone",
                            "The search ran into its time limit of 25s and was cut off",
                            "1 of 3 clusters were skipped");
            assertThat(page.contact().conditions())
                    .extracting(Condition::state)
                    .containsExactly(SourceState.PARTIAL, SourceState.PARTIAL, SourceState.PARTIAL);
        }
    }

    @Test
    void anEarlyEndMakesThePagePartial() {
        String early = Payloads.NO_ROWS.replace("\"timed_out\":false", "\"timed_out\":false,\"terminated_early\":true");
        try (FakeSearch fake = new FakeSearch().on(SEARCH, 200, early)) {
            assertThat(answer(fake.connector("logs-*").search(query("", 10, null)))
                            .contact()
                            .conditions())
                    .hasSize(1);
        }
    }

    @Test
    void aParseErrorNamesTheQueryAndThePlace() {
        try (FakeSearch fake = new FakeSearch().on(SEARCH, 400, Payloads.PARSE_ERROR)) {
            assertThat(error(fake.connector("logs-*").search(query("foo:(", 10, null)))
                            .sentence())
                    .contains("refused (400): parse error of the query: Failed to parse query [foo:(]")
                    .endsWith("Encountered \"<EOF>\" at line 1, column 5.");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"hits\":{}}", "{\"_shards\":{}}", "{\"error\":\"x\"}", "[]", "null", ""})
    void otherJsonIsNotAnEmptyPage(String body) {
        try (FakeSearch fake = new FakeSearch().on(SEARCH, 200, body)) {
            assertThat(error(fake.connector("logs-*").search(query("", 10, null))))
                    .isInstanceOf(SourceError.NotTheApi.class);
        }
    }

    @Test
    void theNextPageSendsTheSortValuesBackUnchanged() {
        String rows = Payloads.NO_ROWS.replace(
                "\"hits\":[]",
                "\"hits\":[{\"_index\":\"i\",\"_id\":\"a\",\"sort\":[9007199254740993,1]},"
                        + "{\"_index\":\"i\",\"_id\":\"b\",\"sort\":[9007199254740992,9223372036854775807]},"
                        + "{\"_index\":\"i\",\"_id\":\"c\",\"sort\":[5,1]}]");
        try (FakeSearch fake = new FakeSearch().on(SEARCH, 200, rows).on(SEARCH, 200, Payloads.NO_ROWS)) {
            ElasticsearchConnector connector = fake.connector("logs-*");
            LogPage first = answer(connector.search(query("", 2, null))).value();
            assertThat(first.entries()).hasSize(2);
            LogPage second =
                    answer(connector.search(query("", 2, first.next()))).value();
            assertThat(second.next()).isNull();
            assertThat(fake.bodies().getFirst()).doesNotContain("search_after").contains("\"size\":3");
            // one for the entry given out already, one to know whether there is more
            assertThat(fake.bodies().getLast())
                    .contains("\"search_after\":[9007199254740993,1]")
                    .contains("\"size\":4");
        }
    }

    @Test
    void aPageWithinTheNewestGroupIsFollowedFromTheBeginning() {
        String rows = Payloads.NO_ROWS.replace(
                "\"hits\":[]",
                "\"hits\":[{\"_index\":\"i\",\"_id\":\"a\",\"sort\":[7,1]},{\"_index\":\"i\",\"_id\":\"b\",\"sort\":[7,1]}]");
        try (FakeSearch fake = new FakeSearch().on(SEARCH, 200, rows)) {
            ElasticsearchConnector connector = fake.connector("logs-*");
            LogPage first = answer(connector.search(query("", 1, null))).value();
            LogPage second =
                    answer(connector.search(query("", 1, first.next()))).value();
            assertThat(first.entries()).extracting(LogEntry::id).containsExactly("a");
            assertThat(second.entries()).extracting(LogEntry::id).containsExactly("b");
            assertThat(second.next()).isNull();
            assertThat(fake.bodies()).noneMatch(body -> body.contains("search_after"));
        }
    }

    @Test
    void aBackendWithoutTheTieBreakIsAskedWithoutItFromThenOn() {
        String refused = """
                {"error":{"reason":"No mapping found for [_seq_no] in order to sort on"},"status":400}""";
        try (FakeSearch fake = new FakeSearch().on(SEARCH, 400, refused).on(SEARCH, 200, Payloads.NO_ROWS)) {
            ElasticsearchConnector connector = fake.connector("logs-*");
            answer(connector.search(query("", 2, null)));
            answer(connector.search(query("", 2, null)));
            assertThat(fake.bodies()).hasSize(3);
            assertThat(fake.bodies().getFirst()).contains("_seq_no");
            assertThat(fake.bodies().subList(1, 3))
                    .allSatisfy(body -> assertThat(body).doesNotContain("_seq_no"));
        }
    }

    @Test
    void theQueryTravelsAsOneValueWithEveryDefaultSaid() {
        try (FakeSearch fake = new FakeSearch().on(SEARCH, 200, Payloads.NO_ROWS)) {
            ElasticsearchConnector connector = fake.connector("logs-*");
            answer(connector.search(query(" \"}},{\"match_all\":{}} ", 2, null)));
            assertThat(fake.bodies().getFirst())
                    .contains(
                            "\"query\":\"\\\"}},{\\\"match_all\\\":{}}\"",
                            "\"default_field\":\"*\"",
                            "\"lenient\":true")
                    .contains("\"gte\":\"2026-11-20T10:00:00Z\"", "\"lt\":\"2026-11-20T11:00:00Z\"")
                    .contains("\"track_total_hits\":false", "\"timeout\":\"25s\"");
            answer(connector.search(query("*", 2, null)));
            assertThat(fake.bodies().getLast()).contains("match_all").doesNotContain("query_string");
        }
    }

    @Test
    void anEmptyRangeAndALimitOfNothingAreRefusedByUs() {
        try (FakeSearch fake = new FakeSearch()) {
            ElasticsearchConnector connector = fake.connector();
            assertThat(error(connector.search(query("", 0, null))).sentence()).contains("limit must be at least 1");
            LogQuery nothing = new LogQuery("", FakeSearch.END, FakeSearch.END, 1, null);
            assertThat(error(connector.histogram(nothing)).sentence()).contains("range is empty");
            assertThat(fake.bodies()).isEmpty();
        }
    }
}
