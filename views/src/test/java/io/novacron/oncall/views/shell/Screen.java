package io.novacron.oncall.views.shell;

import io.novacron.oncall.core.alert.Alert;
import io.novacron.oncall.core.link.LinkOpener;
import io.novacron.oncall.core.settings.KeySettings;
import io.novacron.oncall.themes.Icon;
import io.novacron.oncall.themes.Theme;
import io.novacron.oncall.views.alert.AlertsView;
import io.novacron.oncall.views.alert.AlertsViewModel;
import io.novacron.oncall.views.alert.LinkGate;
import io.novacron.oncall.views.alert.NightShift;
import io.novacron.oncall.views.demo.DemoDesk;
import io.novacron.oncall.views.fx.Toolkit;
import io.novacron.oncall.views.silence.SilenceDesk;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import javafx.event.Event;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TableRow;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// The whole window over a [NightShift], and hands for it. Methods may be called from the test's thread.
public final class Screen implements AutoCloseable {
    public static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    private final NightShift night;
    private final Stage stage;
    private final Set<String> built = new ConcurrentSkipListSet<>();

    /// A window with the alerts view and three empty ones.
    public Screen(
            NightShift night, AlertsViewModel alerts, LinkOpener links, Theme theme, double width, double height) {
        this(night, theme, width, height, null, alerts, links, Optional.empty());
    }

    public Screen(NightShift night, Theme theme, double width, double height) {
        this(night, night.model(), link -> false, theme, width, height);
    }

    /// A window on a simulated platform.
    public Screen(NightShift night, Theme theme, double width, double height, DemoDesk demo) {
        this(night, theme, width, height, null, night.model(), link -> false, Optional.of(demo));
    }

    /// A window without a configuration it can use.
    public Screen(NightShift night, Theme theme, double width, double height, Start start) {
        this(night, theme, width, height, start, night.model(), link -> false, Optional.empty());
    }

    private Screen(
            NightShift night,
            Theme theme,
            double width,
            double height,
            @Nullable Start start,
            AlertsViewModel alerts,
            LinkOpener links,
            Optional<DemoDesk> demo) {
        this.night = night;
        stage = Toolkit.call(() -> {
            var shell = new ShellView(start == null ? ready(alerts, links, demo) : start, ZONE);
            var scene = new Scene(shell, width, height);
            theme.apply(scene);
            var made = new Stage();
            made.setScene(scene);
            made.show();
            return made;
        });
        settle();
    }

    private Start ready(AlertsViewModel alerts, LinkOpener links, Optional<DemoDesk> demo) {
        var model = new ShellViewModel(night.monitor, night.work, night.bus, night.clock, night.worker);
        return new Start.Ready(
                model,
                List.of(
                        new ViewSpec("alerts", "Alerts", Icon.BELL, () -> {
                            built.add("alerts");
                            var gate = new LinkGate(links, night.work, alerts::say);
                            return new AlertsView(
                                    alerts,
                                    new AlertsView.Outside(
                                            gate,
                                            new SilenceDesk(
                                                    night.monitor,
                                                    night.desk,
                                                    night.work,
                                                    night.bus,
                                                    ZONE,
                                                    night.worker),
                                            Alert::toString,
                                            night.firing(),
                                            night.unpaged::get),
                                    ZONE,
                                    List.of());
                        }),
                        empty("topology", "Topology", Icon.TOPOLOGY),
                        empty("traces", "Traces", Icon.TRACES),
                        empty("logs", "Logs", Icon.LOGS)),
                KeySettings.DEFAULT,
                demo);
    }

    private ViewSpec empty(String name, String title, Icon icon) {
        return new ViewSpec(name, title, icon, () -> {
            built.add(name);
            return new Label(title);
        });
    }

    /// Names of the views that were built so far.
    public Set<String> built() {
        return built;
    }

    public Scene scene() {
        return stage.getScene();
    }

    public Node find(String selector) {
        return Objects.requireNonNull(Toolkit.call(() -> scene().lookup(selector)), selector);
    }

    public int count(String selector) {
        return Toolkit.call(() -> scene().getRoot().lookupAll(selector).size());
    }

    /// All text that is on the screen now, one line a piece.
    public String text() {
        return Toolkit.call(() -> {
            var all = new StringBuilder();
            for (Node node : scene().getRoot().lookupAll(".text")) {
                if (node instanceof Text text && shown(node)) {
                    all.append(text.getText()).append('\n');
                }
            }
            for (Node node : scene().getRoot().lookupAll(".table-row-cell")) {
                if (node instanceof TableRow<?> row && !row.isEmpty() && shown(node)) {
                    Object told = row.queryAccessibleAttribute(AccessibleAttribute.TEXT);
                    if (told != null) {
                        all.append(told).append('\n');
                    }
                }
            }
            return all.toString();
        });
    }

    private static boolean shown(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }

    /// Types characters, one after the other, to whoever has the focus.
    public void type(String characters) {
        characters
                .chars()
                .forEach(c -> fire(new KeyEvent(
                        KeyEvent.KEY_TYPED, Character.toString(c), "", KeyCode.UNDEFINED, false, false, false, false)));
    }

    public void press(KeyCode code) {
        fire(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
    }

    public void pressCtrl(KeyCode code) {
        fire(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, true, false, false));
    }

    private void fire(KeyEvent event) {
        Toolkit.run(() -> {
            Node owner = scene().getFocusOwner();
            Event.fireEvent(owner == null ? scene() : owner, event);
        });
        settle();
    }

    /// Lets what is under way arrive: a tenth of a second of the night, and all that waits for the JavaFX thread.
    public void settle() {
        night.clock.advance(Duration.ofMillis(100));
        for (int i = 0; i < 3; i++) {
            Toolkit.run(() -> {});
        }
        Toolkit.run(() -> {
            scene().getRoot().applyCss();
            scene().getRoot().layout();
        });
    }

    public Image picture() {
        settle();
        return Toolkit.call(() -> scene().snapshot(null));
    }

    @Override
    public void close() {
        Toolkit.run(stage::close);
    }
}
