package io.novacron.oncall.connectors.elasticsearch;

import static io.novacron.oncall.connectors.elasticsearch.FakeSearch.answer;
import static io.novacron.oncall.connectors.elasticsearch.FakeSearch.query;
import static org.assertj.core.api.Assertions.assertThat;

import io.novacron.oncall.core.log.LogHistogram;
import io.novacron.oncall.core.log.LogTotal;
import io.novacron.oncall.core.source.Fetched;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HistogramTests {

    private static final String SEARCH = "/logs-*/_search";
    private static final String CAPS = "/logs-*/_field_caps";

    @Test
    void barsMergeTheSpellingsOfALevelAndTheRestIsUnknown() {
        try (FakeSearch fake = new FakeSearch().on(CAPS, 200, Payloads.CAPS).on(SEARCH, 200, Payloads.BARS)) {
            LogHistogram bars = answer(fake.connector("logs-*").histogram(query("", 1, null)))
                    .value();
            assertThat(bars.total()).isEqualTo(new LogTotal(7, LogTotal.Relation.EQ));
            assertThat(bars.interval()).isEqualTo(Duration.ofSeconds(30));
            assertThat(bars.buckets())
                    .containsExactly(
                            new LogHistogram.Bucket(
                                    Instant.parse("2026-11-20T10:00:00Z"), 5, Map.of("warning", 3L, "unknown", 2L)),
                            new LogHistogram.Bucket(Instant.parse("2026-11-20T10:00:30Z"), 2, Map.of("unknown", 2L)));
            assertThat(bars.warnings()).isEmpty();
            assertThat(fake.bodies().getLast())
                    .contains("\"field\":\"level.keyword\"", "\"fixed_interval\":\"30000ms\"", "\"min_doc_count\":0")
                    .contains("\"max\":1795172399999", "\"min\":1795168800000");
        }
    }

    @Test
    void aLowerBoundStaysOne() {
        String bound = Payloads.BARS.replace("\"relation\":\"eq\"", "\"relation\":\"gte\"");
        try (FakeSearch fake = new FakeSearch().on(CAPS, 200, Payloads.CAPS).on(SEARCH, 200, bound)) {
            LogHistogram bars = answer(fake.connector("logs-*").histogram(query("", 1, null)))
                    .value();
            assertThat(bars.total()).isEqualTo(new LogTotal(7, LogTotal.Relation.GTE));
        }
    }

    @Test
    void anEarlyEndIsBelievedOnlyWhereSomethingIsMissing() {
        String early = Payloads.BARS.replace("\"timed_out\":false", "\"timed_out\":false,\"terminated_early\":true");
        String fewer = early.replace("\"value\":7", "\"value\":8");
        try (FakeSearch fake = new FakeSearch()
                .on(CAPS, 200, Payloads.CAPS)
                .on(SEARCH, 200, early)
                .on(SEARCH, 200, fewer)) {
            ElasticsearchConnector connector = fake.connector("logs-*");
            assertThat(answer(connector.histogram(query("", 1, null))).value().warnings())
                    .isEmpty();
            Fetched.Answer<LogHistogram> partial = answer(connector.histogram(query("", 1, null)));
            assertThat(partial.value().warnings()).singleElement().asString().contains("ended early");
            assertThat(partial.contact().conditions()).hasSize(1);
        }
    }

    @Test
    void withoutAUsableLevelFieldTheBarsStandAndSaySo() {
        String text = "{\"fields\":{\"level\":{\"text\":{\"aggregatable\":false}}}}";
        String twoTypes =
                "{\"fields\":{\"severity\":{\"keyword\":{\"aggregatable\":true},\"long\":{\"aggregatable\":true}}}}";
        for (String caps : new String[] {text, twoTypes}) {
            try (FakeSearch fake = new FakeSearch().on(CAPS, 200, caps).on(SEARCH, 200, Payloads.BARS)) {
                LogHistogram bars = answer(fake.connector("logs-*").histogram(query("", 1, null)))
                        .value();
                assertThat(bars.warnings()).singleElement().asString().contains("not split by severity");
                assertThat(fake.bodies().getLast()).doesNotContain("\"terms\"");
            }
        }
    }

    @Test
    void aRefusalToNameTheFieldsLeavesTheBars() {
        try (FakeSearch fake = new FakeSearch().on(CAPS, 403, "{}").on(SEARCH, 200, Payloads.BARS)) {
            LogHistogram bars = answer(fake.connector("logs-*").histogram(query("", 1, null)))
                    .value();
            assertThat(bars.total().value()).isEqualTo(7);
            assertThat(bars.warnings()).singleElement().asString().contains("not split by severity", "(403");
        }
    }

    @Test
    void sixtyToAHundredAndFiftyBarsFitAnyRangeFromAFifthOfASecondToDecades() {
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            long millis = (long) Math.pow(10, 2.3 + random.nextDouble() * 9.7);
            Instant start = Instant.ofEpochMilli(1_700_000_000_000L + random.nextInt(1_000_000_000));
            Instant end = start.plusMillis(millis).plusNanos(random.nextInt(1_000_000));
            long step = Interval.of(start, end).toMillis();
            long bars = Math.floorDiv(Interval.last(end), step) - Math.floorDiv(start.toEpochMilli(), step) + 1;
            assertThat(bars).as("%s to %s by %d ms", start, end, step).isBetween(60L, 150L);
        }
    }
}
