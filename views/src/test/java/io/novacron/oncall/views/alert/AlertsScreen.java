package io.novacron.oncall.views.alert;

import static org.awaitility.Awaitility.await;

import io.novacron.oncall.core.alert.AlertKey;
import io.novacron.oncall.core.link.SafeLink;
import io.novacron.oncall.themes.Theme;
import io.novacron.oncall.views.fx.Toolkit;
import io.novacron.oncall.views.shell.Screen;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.skin.VirtualFlow;
import org.awaitility.core.ThrowingRunnable;

/// The alerts view in a window over a [NightShift], and what a test asks it. Methods may be called from the test's
/// thread.
final class AlertsScreen implements AutoCloseable {
    final NightShift night;
    /// Addresses that went to the browser.
    final List<SafeLink.Safe> links = new CopyOnWriteArrayList<>();
    final Screen screen;
    final AlertsViewModel model;

    AlertsScreen(NightShift night) {
        this(night, true, 960, 700);
    }

    /// @param browser whether there is one that takes links
    AlertsScreen(NightShift night, boolean browser, double width, double height) {
        this.night = night;
        model = Toolkit.call(night::model);
        screen = new Screen(
                night,
                model,
                link -> {
                    links.add(link);
                    return browser;
                },
                Theme.DARK,
                width,
                height);
    }

    @Override
    public void close() {
        screen.close();
        Toolkit.run(model::close);
        night.close();
    }

    @SuppressWarnings("unchecked")
    TableView<Line> table() {
        return (TableView<Line>) screen.find(".oc-alerts");
    }

    VirtualFlow<?> flow() {
        return (VirtualFlow<?>) Objects.requireNonNull(table().lookup(".virtual-flow"));
    }

    /// The alerts among the lines.
    List<AlertRow> rows() {
        return table().getItems().stream()
                .filter(AlertRow.class::isInstance)
                .map(AlertRow.class::cast)
                .toList();
    }

    AlertRow row(int index) {
        return (AlertRow) table().getItems().get(index);
    }

    AlertKey edge() {
        return Toolkit.call(() -> {
            table().layout();
            return row(flow().getFirstVisibleCell().getIndex()).key();
        });
    }

    List<AlertKey> chosen() {
        return Toolkit.call(() -> new ArrayList<>(table().getSelectionModel().getSelectedItems())
                .stream().flatMap(line -> line.about().stream()).toList());
    }

    AlertRow row(AlertKey key) {
        return Toolkit.call(() ->
                rows().stream().filter(row -> row.key().equals(key)).findFirst().orElseThrow());
    }

    void set(String selector, String text) {
        var field = (TextInputControl) screen.find(selector);
        Toolkit.run(() -> field.setText(text));
    }

    void until(Callable<Boolean> condition) {
        await().dontCatchUncaughtExceptions().until(() -> {
            screen.settle();
            return Toolkit.call(condition);
        });
    }

    /// What is drawn follows what is known by a pulse or two.
    void soon(ThrowingRunnable assertion) {
        await().dontCatchUncaughtExceptions().untilAsserted(() -> {
            screen.settle();
            assertion.run();
        });
    }
}
