package io.novacron.oncall.core.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.novacron.oncall.core.alert.Labels;
import io.novacron.oncall.core.metric.Point;
import io.novacron.oncall.core.metric.QueryResult;
import io.novacron.oncall.core.metric.Series;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DeliveryCountsTests {

    private static final Instant START = Instant.parse("2026-11-22T20:00:00Z");
    private static final Labels ALL = Labels.of(Map.of("integration", "pagerduty"));

    @Test
    void failingIsSinceTheFirstOfTheMinutesThatNeverStopped() {
        assertThat(delivery(9.6, 4.2, "1", "0", "0.5", "1", "2"))
                .isEqualTo(new Delivery.Failing(START.plusSeconds(120), false, 4, 10));
        assertThat(delivery(3, 3, "1", "1")).isEqualTo(new Delivery.Failing(START, true, 3, 3));
    }

    @Test
    void whatFailedEarlierIsNeitherFailingNorProof() {
        assertThat(delivery(10, 2, "1", "1", "0")).isEqualTo(new Delivery.FailedEarlier(START.plusSeconds(60), 2, 10));
    }

    @Test
    void onlySomethingSentWithoutFailureIsProof() {
        assertThat(delivery(10, 0, "0", "0")).isEqualTo(new Delivery.Arrives(10));
        assertThat(delivery(10, 0)).isEqualTo(new Delivery.Arrives(10));
        assertThat(delivery(0, 0, "0", "0")).isEqualTo(new Delivery.Unused());
        assertThat(delivery(10, 5)).isInstanceOf(Delivery.Unknown.class);
        assertThat(delivery(Double.NaN, 0, "0")).isInstanceOf(Delivery.Unknown.class);
    }

    @Test
    void aKindWithoutACountIsUnknown() {
        DeliveryCounts counts = DeliveryCounts.of(vector(ALL, 1), vector(ALL, 0), matrix(ALL));
        assertThat(counts.of("slack", "ops")).isInstanceOf(Delivery.Unknown.class);
    }

    @Test
    void aCountOfTheReceiverItselfGoesBeforeThatOfAll() {
        Labels own = ALL.with("receiver_name", "oncall");
        DeliveryCounts counts = DeliveryCounts.of(vector(own, 7), vector(own, 0), matrix(own));
        assertThat(counts.of("pagerduty", "oncall")).isEqualTo(new Delivery.Arrives(7));
        assertThat(counts.of("pagerduty", "executives")).isInstanceOf(Delivery.Unknown.class);
    }

    private static Delivery delivery(double sent, double failed, String... minutes) {
        return DeliveryCounts.of(vector(ALL, sent), vector(ALL, failed), matrix(ALL, minutes))
                .of("pagerduty", "oncall");
    }

    private static QueryResult vector(Labels labels, double value) {
        Point point = new Point(START.getEpochSecond(), String.valueOf(value));
        return new QueryResult(
                QueryResult.Type.VECTOR, List.of(new Series(labels, List.of(point))), List.of(), List.of());
    }

    private static QueryResult matrix(Labels labels, String... minutes) {
        List<Point> points = new ArrayList<>();
        for (String minute : minutes) {
            points.add(new Point(START.getEpochSecond() + 60L * points.size(), minute));
        }
        return new QueryResult(QueryResult.Type.MATRIX, List.of(new Series(labels, points)), List.of(), List.of());
    }
}
