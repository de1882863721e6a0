package io.novacron.oncall.views.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.novacron.oncall.core.log.LogTotal.Relation;
import io.novacron.oncall.core.source.SourceError;
import io.novacron.oncall.views.estate.Estate;
import io.novacron.oncall.views.estate.FakeLogs;
import io.novacron.oncall.views.estate.Shots;
import io.novacron.oncall.views.fx.Fx;
import io.novacron.oncall.views.fx.Toolkit;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.TableView;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;

/// Draws the logs as an operator meets them, in all states, into `target/pictures`.
class LogPicturesTests {
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final ZoneId ZONE = ZoneId.of("Europe/Vienna");

    @Test
    void twentyThousandLinesAreCountedAndTheFirstPageIsShown() {
        try (var estate = new Estate()) {
            estate.logs = new FakeLogs(7, 20_000, Estate.NOW, Relation.EQ);
            LogViewModel model = model(estate);
            LogView view = view(model);
            search(model, "");
            Shots.all("logs", view, region -> {});
            Shots.all("logs-detail", view, LogPicturesTests::selectVolumeError);
            assertThat(Toolkit.call(() -> model.rows().size())).isEqualTo(LogViewModel.PAGE);
        }
    }

    @Test
    void noHitsAreSaidToBeNone() {
        try (var estate = new Estate()) {
            LogViewModel model = model(estate);
            LogView view = view(model);
            search(model, "there is no such word");
            Shots.two("logs-none", view);
            assertThat(Toolkit.call(() -> model.rows())).isEmpty();
        }
    }

    @Test
    void aRefusedQueryShowsTheBackendsWordsAndKeepsTheRowsDimmed() {
        try (var estate = new Estate()) {
            estate.logs = new FakeLogs(7, 20_000, Estate.NOW, Relation.GTE);
            LogViewModel model = model(estate);
            LogView view = view(model);
            search(model, "");
            estate.elasticError = new SourceError.Rejected(
                    "logs-eu:9200", 400, "Failed to parse query [severity:(error]: missing ) at column 16");
            search(model, "severity:(error");
            Shots.two("logs-failed", view);
            assertThat(Toolkit.call(() -> model.pageProperty().get().outdated()))
                    .isTrue();
            assertThat(Toolkit.call(() -> model.rows())).hasSize(LogViewModel.PAGE);
        }
    }

    private static void selectVolumeError(Region view) {
        var table = (TableView<?>) view.lookup(".table-view");
        List<Object> rows = new ArrayList<>(table.getItems());
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).toString().contains("vol-7f3a")
                    && rows.get(i).toString().contains("trace.id")) {
                table.getSelectionModel().select(i);
                table.scrollTo(Math.max(0, i - 4));
                return;
            }
        }
        table.getSelectionModel().select(3);
    }

    private static LogView view(LogViewModel model) {
        return Toolkit.call(() -> new LogView(model, ZONE, id -> {}));
    }

    private static LogViewModel model(Estate estate) {
        return Toolkit.call(() -> new LogViewModel(estate.logReads(), estate.clock, Fx::run));
    }

    private static void search(LogViewModel model, String text) {
        Toolkit.run(() -> model.search(text, Duration.ofHours(1)));
        await().atMost(LONG).until(() -> Toolkit.call(model::settled));
    }
}
