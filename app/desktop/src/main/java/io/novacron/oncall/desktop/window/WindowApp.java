package io.novacron.oncall.desktop.window;

import io.novacron.oncall.core.alert.AlertLink;
import io.novacron.oncall.core.settings.Settings;
import io.novacron.oncall.core.time.Clock;
import io.novacron.oncall.desktop.Composition;
import io.novacron.oncall.desktop.StatePlace;
import io.novacron.oncall.desktop.journal.Reconciling;
import io.novacron.oncall.desktop.settings.LoadedSettings;
import io.novacron.oncall.desktop.settings.StateFile;
import io.novacron.oncall.themes.Fonts;
import io.novacron.oncall.themes.Theme;
import io.novacron.oncall.views.demo.DemoDesk;
import io.novacron.oncall.views.notify.AttentionViewModel;
import io.novacron.oncall.views.shell.ShellView;
import io.novacron.oncall.views.shell.Start;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The window from its beginning to its end. */
public final class WindowApp {

    private static final Logger LOG = LoggerFactory.getLogger(WindowApp.class);
    private static final double WIDTH = 1440;
    private static final double HEIGHT = 900;

    /** How long the program stays to make acknowledgements last without it, after its window has gone. */
    private static final Duration GOODBYE = Duration.ofSeconds(10);

    /** The same where something asks the process to end, which waits for 5 s at least (reliability guide F117). */
    private static final Duration SHORT_GOODBYE = Duration.ofSeconds(4);

    private static final String TITLE = "NovaCron On-Call";

    private final Clock clock;
    private final Optional<DemoDesk> demo;
    private final CompletableFuture<Void> closed = new CompletableFuture<>();

    private WindowApp(Clock clock, Optional<DemoDesk> demo) {
        this.clock = clock;
        this.demo = demo;
    }

    /**
     * Shows the window and returns when it is closed.
     *
     * @param alert one to open
     * @param demo the estate behind the window where it is a simulated one
     * @return what the process ends with
     * @throws NoDisplayException where no window can be shown
     */
    public static int run(
            LoadedSettings loaded,
            Function<Settings, Composition> compose,
            Clock clock,
            Optional<AlertLink> alert,
            Optional<DemoDesk> demo)
            throws InterruptedException, NoDisplayException {
        Thread.setDefaultUncaughtExceptionHandler(
                (thread, thrown) -> LOG.error("fault {} on {}", UUID.randomUUID(), thread.getName(), thrown));
        WindowApp app = new WindowApp(clock, demo);
        try (EndSignals signals = EndSignals.watch(() -> app.closed.complete(null))) {
            app.run(loaded, compose, alert, signals);
            return signals.code();
        }
    }

    private void run(
            LoadedSettings loaded,
            Function<Settings, Composition> compose,
            Optional<AlertLink> alert,
            EndSignals signals)
            throws InterruptedException, NoDisplayException {
        switch (loaded) {
            case LoadedSettings.Loaded(Settings settings, var file) -> {
                try (Composition parts = compose.apply(settings);
                        Reconciling reconciling = Reconciling.start(parts.actions(), parts.database());
                        Attendance attendance = new Attendance(parts)) {
                    LOG.debug("begun with {}", reconciling);
                    parts.stay();
                    attendance.start();
                    try {
                        showUntilClosed(() -> ready(parts, attendance, alert));
                    } finally {
                        LOG.info(
                                "{} acknowledgements hold on without this console",
                                parts.leave(signals.code() == 0 ? GOODBYE : SHORT_GOODBYE));
                    }
                }
            }
            case LoadedSettings.Missing(var file) ->
                showUntilClosed(() -> stage(unready(new Start.NoConfiguration(file))));
            case LoadedSettings.Broken broken ->
                showUntilClosed(() -> stage(unready(new Start.BrokenConfiguration(
                        broken.file(),
                        broken.problems().stream()
                                .map(problem -> problem.at(broken.file()))
                                .toList()))));
        }
    }

    private void showUntilClosed(Runnable show) throws InterruptedException, NoDisplayException {
        LOG.info("core ready after {} ms", sinceStart());
        try {
            Platform.startup(() -> begin(show));
        } catch (UnsupportedOperationException e) {
            throw new NoDisplayException(e);
        }
        try {
            closed.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the window could not be built", e.getCause());
        } finally {
            Platform.exit();
        }
    }

    private void begin(Runnable show) {
        try {
            show.run();
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            closed.completeExceptionally(e);
        }
    }

    private void ready(Composition parts, Attendance attendance, Optional<AlertLink> alert) {
        Theme.DARK.applyToProgram();
        Views views = new Views(parts, ZoneId.systemDefault(), demo, new StateFile(StatePlace.here(), clock));
        AttentionViewModel attention = attendance.model();
        views.attend(attention);
        attention.check();
        alert.ifPresent(views::openAlert);
        Stage stage = stage(views.shell());
        stage.titleProperty().bind(views.title(stage.getTitle()));
        stage.setOnHidden(hidden -> {
            stage.titleProperty().unbind();
            attention.close();
            views.close();
            closed.complete(null);
        });
    }

    private static ShellView unready(Start start) {
        Theme.DARK.applyToProgram();
        return new ShellView(start, ZoneId.systemDefault());
    }

    private Stage stage(ShellView shell) {
        Fonts.load();
        Scene scene = new Scene(shell, WIDTH, HEIGHT);
        Theme.DARK.apply(scene);
        Stage stage = new Stage();
        stage.setTitle(demo.map(desk -> TITLE + ": DEMO on a simulated platform, seed " + desk.seed())
                .orElse(TITLE));
        stage.setScene(scene);
        stage.setOnHidden(hidden -> closed.complete(null));
        scene.addPostLayoutPulseListener(new FirstFrame(scene));
        stage.show();
        return stage;
    }

    /** Logs once when the first frame is laid out. */
    private final class FirstFrame implements Runnable {

        private @Nullable Scene scene;

        FirstFrame(Scene scene) {
            this.scene = scene;
        }

        @Override
        public void run() {
            Scene first = scene;
            if (first != null) {
                scene = null;
                LOG.info("first frame after {} ms", sinceStart());
                first.removePostLayoutPulseListener(this);
            }
        }
    }

    private long sinceStart() {
        return ProcessHandle.current()
                .info()
                .startInstant()
                .map(start -> Duration.between(start, clock.now()).toMillis())
                .orElse(-1L);
    }
}
