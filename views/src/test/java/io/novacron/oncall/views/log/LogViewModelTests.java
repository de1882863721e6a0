package io.novacron.oncall.views.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.novacron.oncall.core.log.LogEntry;
import io.novacron.oncall.core.log.LogHistogram;
import io.novacron.oncall.core.log.LogLevel;
import io.novacron.oncall.core.log.LogTotal;
import io.novacron.oncall.core.log.LogTotal.Relation;
import io.novacron.oncall.views.estate.Estate;
import io.novacron.oncall.views.estate.FakeLogs;
import io.novacron.oncall.views.fx.Question.Phase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The view model without any toolkit: what is meant for the JavaFX thread is run here, by hand.
class LogViewModelTests {
    private final Estate estate = new Estate();
    private final LinkedBlockingQueue<Runnable> fx = new LinkedBlockingQueue<>();
    private final LogViewModel model = new LogViewModel(estate.logReads(), estate.clock, fx::add);

    @AfterEach
    void end() {
        model.close();
        estate.close();
    }

    @Test
    void olderPagesAreAppendedUntilThereAreNone() {
        estate.logs = new FakeLogs(3, 450, Estate.NOW, Relation.EQ);
        search("");
        assertThat(model.rows()).hasSize(200);
        model.older();
        until(() -> model.rows().size() == 400);
        model.older();
        until(() -> model.rows().size() > 400);
        assertThat(model.hasOlder()).isFalse();
        assertThat(new HashSet<>(model.rows().stream().map(LogEntry::id).toList()))
                .hasSize(model.rows().size());
    }

    @Test
    void theRangeIsFrozenSoThatOlderPagesBelongToTheSameSearch() {
        search("");
        Instant end = Objects.requireNonNull(model.query()).end();
        estate.clock.advance(Duration.ofMinutes(5));
        model.older();
        until(() -> model.rows().size() > 200);
        assertThat(Objects.requireNonNull(model.query()).end()).isEqualTo(end).isEqualTo(Estate.NOW);
    }

    @Test
    void aFailureKeepsTheRowsAndSaysWhy() {
        search("");
        List<LogEntry> before = List.copyOf(model.rows());
        estate.elasticError = Estate.refused("logs-eu:9200");
        search("x");
        assertThat(model.rows()).isEqualTo(before);
        assertThat(model.pageProperty().get().phase()).isEqualTo(Phase.FAILED);
        assertThat(model.pageProperty().get().error()).contains("logs-eu:9200");
        assertThat(model.histogramProperty().get().outdated()).isTrue();
    }

    @Test
    void afterAFailureOlderMeansOlderThanWhatIsShown() {
        estate.logs = new FakeLogs(3, 450, Estate.NOW, Relation.EQ);
        search("");
        estate.elasticError = Estate.refused("logs-eu:9200");
        search("x");
        estate.elasticError = null;
        model.older();
        until(() -> model.rows().size() == 400);
        assertThat(Objects.requireNonNull(model.query()).text()).isEqualTo("*");
    }

    @Test
    void totalsThatTheBackendStoppedCountingWearAPlus() {
        assertThat(LogCounts.words(new LogTotal(20_000, Relation.EQ))).isEqualTo("20,000 hits");
        assertThat(LogCounts.words(new LogTotal(10_000, Relation.GTE))).isEqualTo("10,000+ hits");
        assertThat(LogCounts.words(new LogTotal(1, Relation.EQ))).isEqualTo("1 hit");
    }

    @Test
    void hitsThatWereNotBrokenDownAreUnknownAndNotLost() {
        var bucket = new LogHistogram.Bucket(Estate.NOW, 10, Map.of("error", 3L, "nonsense", 1L));
        assertThat(LogCounts.sum(bucket)).isEqualTo(Map.of(LogLevel.ERROR, 3L, LogLevel.UNKNOWN, 7L));
    }

    @Test
    void everyLevelHasItsPlaceInTheStack() {
        assertThat(LogMark.WORST_FIRST).containsExactlyInAnyOrder(LogLevel.values());
        List<LogLevel> read = new ArrayList<>();
        LogMark.WORST_FIRST.forEach(level -> read.add(LogMark.level(level.word())));
        assertThat(read).isEqualTo(LogMark.WORST_FIRST);
    }

    @Test
    void aMessageOfManyLinesIsOneRowThatSaysSo() {
        var entry = new LogEntry("1", "i", Estate.NOW, "error", "s", "boom\n\tat a\n\tat b\n", "", Map.of());
        assertThat(LogTable.line(entry)).isEqualTo("boom  +2 lines");
    }

    private void search(String text) {
        model.search(text, Duration.ofHours(1));
        until(model::settled);
    }

    private void until(BooleanSupplier condition) {
        await().atMost(20, TimeUnit.SECONDS).until(() -> {
            for (Runnable next = fx.poll(); next != null; next = fx.poll()) {
                next.run();
            }
            return condition.getAsBoolean();
        });
    }
}
