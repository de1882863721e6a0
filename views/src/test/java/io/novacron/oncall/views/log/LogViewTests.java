package io.novacron.oncall.views.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.novacron.oncall.core.log.LogEntry;
import io.novacron.oncall.themes.Theme;
import io.novacron.oncall.views.estate.Estate;
import io.novacron.oncall.views.fx.Fx;
import io.novacron.oncall.views.fx.Toolkit;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;

class LogViewTests {
    @Test
    void keysMoveAndJumpButAreInertWhileOneTypes() {
        try (var estate = new Estate()) {
            List<String> traces = new ArrayList<>();
            var model = Toolkit.call(() -> new LogViewModel(estate.logReads(), estate.clock, Fx::run));
            var view = Toolkit.call(() -> {
                var built = new LogView(model, ZoneOffset.UTC, traces::add);
                var scene = new Scene(built, 1200, 800);
                Theme.DARK.apply(scene);
                return built;
            });
            Toolkit.run(() -> model.search("", Duration.ofHours(1)));
            await().atMost(20, TimeUnit.SECONDS).until(() -> Toolkit.call(model::settled));
            Toolkit.run(() -> {
                view.applyCss();
                view.layout();
                var table = (TableView<?>) view.lookup(".table-view");
                type(view, "j");
                type(view, "j");
                assertThat(table.getSelectionModel().getSelectedIndex()).isEqualTo(1);
                type(view, "k");
                assertThat(table.getSelectionModel().getSelectedIndex()).isZero();
                int traced = firstTraced(model.rows());
                table.getSelectionModel().clearAndSelect(traced);
                type(view, "t");
                assertThat(traces).containsExactly(model.rows().get(traced).traceId());
                type(query(view), "t");
                type(query(view), "j");
                assertThat(traces).hasSize(1);
                assertThat(table.getSelectionModel().getSelectedIndex()).isEqualTo(traced);
            });
        }
    }

    private static int firstTraced(List<LogEntry> rows) {
        int row = 0;
        while (rows.get(row).traceId().isEmpty()) {
            row++;
        }
        return row;
    }

    private static Node query(LogView view) {
        return view.lookupAll(".text-field").stream()
                .filter(TextField.class::isInstance)
                .findFirst()
                .orElseThrow();
    }

    private static void type(Node node, String character) {
        Event.fireEvent(
                node, new KeyEvent(KeyEvent.KEY_TYPED, character, "", KeyCode.UNDEFINED, false, false, false, false));
    }
}
