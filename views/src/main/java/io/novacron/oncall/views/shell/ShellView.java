package io.novacron.oncall.views.shell;

import io.novacron.oncall.core.settings.KeySettings;
import io.novacron.oncall.themes.Icon;
import io.novacron.oncall.themes.Theme;
import io.novacron.oncall.views.controls.ExactTime;
import io.novacron.oncall.views.controls.KeyMap;
import io.novacron.oncall.views.controls.Layers;
import io.novacron.oncall.views.controls.SafeText;
import io.novacron.oncall.views.demo.DemoDesk;
import io.novacron.oncall.views.demo.DemoStrip;
import io.novacron.oncall.views.demo.ScenariosCard;
import io.novacron.oncall.views.fx.Fx;
import io.novacron.oncall.views.fx.Heartbeat;
import io.novacron.oncall.views.notify.AttentionStrip;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.stage.Window;

/// The window's content: rail, verdict, sources, and the one view that is open; or, without a usable configuration,
/// what
/// to do. Only the view that is looked at has been built. FX thread only.
public final class ShellView extends StackPane {
    /// Below this width, in em of ordinary text, the window is narrow.
    private static final double TIGHT = 63;

    private final ZoneId zone;
    private final BorderPane frame = new BorderPane();
    private final BorderPane main = new BorderPane();
    private final Layers layers = new Layers(frame);
    private final KeyMap keys = new KeyMap();
    private final VBox top = new VBox();
    private final HBox ends = new HBox(6);
    private final Map<String, Node> built = new HashMap<>();
    private List<ViewSpec> views = List.of();
    private KeySettings wanted = KeySettings.DEFAULT;
    private Optional<ViewSpec> open = Optional.empty();
    private Optional<Rail> rail = Optional.empty();

    /// @param zone the operator's own time zone
    public ShellView(Start start, ZoneId zone) {
        this.zone = zone;
        getStyleClass().add("oc-shell");
        getChildren().add(layers);
        switch (start) {
            case Start.Ready ready -> begin(ready);
            case Start.NoConfiguration none -> frame.setCenter(SetupPane.firstRun(none));
            case Start.BrokenConfiguration broken -> frame.setCenter(SetupPane.broken(broken));
        }
        keys.on("Ctrl+K", "every command", this::palette)
                .on("Ctrl+T", "light or dark", this::toggleTheme)
                .on("F11", "full screen, and back", this::toggleFullScreen)
                .on("?", "this help", this::help);
        widthProperty().subscribe(this::tighten);
        addEventFilter(KeyEvent.ANY, this::before);
        addEventHandler(KeyEvent.ANY, this::after);
    }

    /// Opens the view with this name, and builds it if that was not done.
    ///
    /// @return false when there is no such view; then nothing changes
    public boolean open(String name) {
        for (ViewSpec spec : views) {
            if (spec.name().equals(name)) {
                Node node = built.computeIfAbsent(name, unseen -> build(spec));
                open = Optional.of(spec);
                rail.ifPresent(buttons -> buttons.select(name));
                main.setCenter(node);
                node.requestFocus();
                return true;
            }
        }
        return false;
    }

    private Node build(ViewSpec spec) {
        Node node = spec.node().get();
        KeyMap own = KeyMap.of(node);
        if (own != null) {
            own.prefer(wanted);
        }
        return node;
    }

    /// In a narrow window the rail gives its room to the view.
    private void tighten() {
        Scene scene = getScene();
        boolean tight = scene != null && getWidth() < TIGHT * Theme.of(scene).textSize();
        rail.ifPresent(bar -> bar.tight(tight));
    }

    /// Adds what calls the operator: chips to the strip, a banner below it, keys.
    public void attend(AttentionStrip attention) {
        ends.getChildren().add(attention);
        top.getChildren().add(attention.banner());
        attention.keys(keys);
    }

    /// Adds a strip below the sources, and its keys to those of the window.
    ///
    /// @param itsKeys told the keys of the window
    public void add(Node strip, Consumer<KeyMap> itsKeys) {
        top.getChildren().add(strip);
        itsKeys.accept(keys);
    }

    private void begin(Start.Ready ready) {
        views = ready.views();
        wanted = ready.keys();
        keys.prefer(wanted);
        ShellViewModel model = ready.model();
        var clock = SafeText.label("", "oc-clock");
        clock.setGraphic(Icon.CLOCK.node());
        clock.setMinWidth(Region.USE_PREF_SIZE);
        var utc = new Tooltip();
        clock.setTooltip(utc);
        var card = new SourcesCard(zone);
        Runnable sources = () -> {
            card.show(model.stateProperty().get(), model.nowProperty().get());
            layers.openCard(card);
        };
        var verdict = new VerdictLine(clock);
        verdict.setOnMouseClicked(event -> sources.run());
        var work = new WorkStrip(model::cancel);
        var strip = new SourceStrip(sources, ends);
        ends.setMinWidth(Region.USE_PREF_SIZE);
        ends.getChildren().add(work);
        var bar = new Rail(
                views,
                this::open,
                List.of(
                        new Rail.Foot("Command", Icon.SEARCH, "Ctrl+K", this::palette),
                        new Rail.Foot("Theme", Icon.MOON, "Ctrl+T", this::toggleTheme),
                        new Rail.Foot("Keys", Icon.KEYBOARD, "?", this::help)));
        rail = Optional.of(bar);
        top.getChildren().addAll(verdict, strip);
        main.setTop(top);
        frame.setLeft(bar);
        frame.setCenter(main);
        // the clock alone has the whole tree laid out each second, and to ask all of it how small it could be is half
        // of that
        frame.setMinSize(0, 0);
        main.setMinSize(0, 0);
        Runnable show = () -> {
            ShellState state = model.stateProperty().get();
            Instant now = model.nowProperty().get();
            verdict.show(state.verdict());
            strip.show(state.sources(), now);
            work.show(state.work(), now);
            clock(clock, utc, now);
            if (layers.isOpen(card)) {
                card.show(state, now);
            }
        };
        model.stateProperty().subscribe(show);
        model.nowProperty().subscribe(show);
        show.run();
        Heartbeat.of(this, model::tick);
        sceneProperty()
                .flatMap(Scene::windowProperty)
                .flatMap(Window::showingProperty)
                .orElse(false)
                .subscribe(showing -> {
                    if (showing) {
                        Fx.later(this::focusView);
                    }
                });
        int number = 1;
        for (ViewSpec spec : views) {
            keys.on("Ctrl+" + number++, "to " + spec.title(), () -> open(spec.name()));
        }
        keys.on("F5", "ask every source now", model::pollNow).on("F2", "sources and doubts", sources);
        ready.demo().ifPresent(desk -> demo(desk, model));
        if (!views.isEmpty()) {
            open(views.getFirst().name());
        }
    }

    private void demo(DemoDesk desk, ShellViewModel model) {
        var card = new ScenariosCard(desk, model.nowProperty().get());
        Runnable scenarios = () -> {
            card.show(model.nowProperty().get());
            if (!layers.anyOpen()) {
                layers.openCard(card);
            }
        };
        var line = new DemoStrip(desk, "F8", scenarios);
        frame.setTop(line);
        model.nowProperty().subscribe(now -> {
            line.show(now);
            if (layers.isOpen(card)) {
                card.show(now);
            }
        });
        keys.on("F8", "scenarios of the demo", scenarios);
    }

    private void clock(Label label, Tooltip utc, Instant now) {
        label.setText(new ExactTime(zone).clock(now));
        utc.setText(new ExactTime(zone).local(now) + "\n" + ExactTime.utc(now));
    }

    /// A window that opens gives its focus to the first button it finds; the keys belong to the view.
    private void focusView() {
        if (!layers.anyOpen()) {
            open.map(spec -> built.get(spec.name())).ifPresent(Node::requestFocus);
        }
    }

    /// Esc goes on closing what is open, and leaves the full screen to F11.
    private void toggleFullScreen() {
        if (getScene() != null && getScene().getWindow() instanceof Stage stage) {
            stage.setFullScreenExitHint("");
            stage.setFullScreenExitKeyCombination(KeyCombination.NO_MATCH);
            stage.setFullScreen(!stage.isFullScreen());
        }
    }

    private void toggleTheme() {
        Scene scene = getScene();
        if (scene != null) {
            (Theme.of(scene) == Theme.LIGHT ? Theme.DARK : Theme.LIGHT).apply(scene);
        }
    }

    private void help() {
        layers.openCard(new HelpCard(sections()));
    }

    private void palette() {
        var card = new PaletteCard(sections(), layers::close);
        layers.openCard(card);
        card.begin();
    }

    /// What can be done now: in the open view, then everywhere.
    private List<KeySection> sections() {
        var sections = new ArrayList<KeySection>();
        open.ifPresent(spec -> {
            KeyMap own = KeyMap.of(built.getOrDefault(spec.name(), this));
            if (own != null) {
                sections.add(new KeySection(spec.title(), own));
            }
        });
        sections.add(new KeySection("Everywhere", keys));
        return sections;
    }

    private void before(KeyEvent event) {
        boolean escape = event.getEventType() == KeyEvent.KEY_PRESSED && event.getCode() == KeyCode.ESCAPE;
        if (!layers.anyOpen()) {
            keys.handle(event);
        } else if (escape) {
            event.consume();
            layers.closeTop();
        }
    }

    /// The open view's keys work although the focus is in the rail or the strip.
    private void after(KeyEvent event) {
        if (event.isConsumed() || layers.anyOpen()) {
            return;
        }
        open.map(spec -> built.get(spec.name())).ifPresent(node -> {
            KeyMap own = KeyMap.of(node);
            if (own != null && !(event.getTarget() instanceof Node target && inside(target, node))) {
                own.handle(event);
            }
        });
    }

    private static boolean inside(Node node, Node ancestor) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (ancestor.equals(at)) {
                return true;
            }
        }
        return false;
    }
}
