package io.novacron.oncall.desktop.picture;

import io.novacron.oncall.core.settings.ForgetfulStore;
import io.novacron.oncall.core.time.Clock;
import io.novacron.oncall.desktop.Composition;
import io.novacron.oncall.desktop.window.Views;
import io.novacron.oncall.themes.Fonts;
import io.novacron.oncall.themes.Theme;
import io.novacron.oncall.views.canvas.Png;
import io.novacron.oncall.views.demo.DemoDesk;
import io.novacron.oncall.views.fx.Fx;
import io.novacron.oncall.views.shell.ShellView;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.Image;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import javafx.stage.StageStyle;

/** Draws one view inside the real window without a display, once its data is there. */
public final class Picture {

    /** A headless screen has 1000 x 1000 pixels, and a window beyond them breaks it; the content may be larger. */
    private static final int SCREEN = 999;

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration LOOK = Duration.ofMillis(100);
    /** Longer than what is left to be drawn after the last answer, at ten updates a second. */
    private static final Duration SETTLE = Duration.ofSeconds(1);

    /**
     * What to draw.
     *
     * @param view one of {@link Views#NAMES}
     * @param argument what to open in it; empty for nothing particular
     * @param keys pressed one after the other once the view is there
     */
    public record Request(String view, String argument, List<Keystroke> keys, int width, int height, Theme theme) {
        public Request {
            keys = List.copyOf(keys);
        }
    }

    /** Whether all of the data was there. */
    public enum Ending {
        COMPLETE,
        NOT_FOUND,
        INCOMPLETE
    }

    private final Composition parts;
    private final Request request;
    private final Optional<DemoDesk> demo;
    private final Clock clock;

    /** @param demo the estate behind the picture where it is a simulated one */
    public Picture(Composition parts, Request request, Optional<DemoDesk> demo) {
        this.parts = parts;
        this.request = request;
        this.demo = demo;
        clock = parts.clock();
    }

    /** Draws into {@code out}; the picture is written in any case. */
    public Ending draw(Path out) throws IOException, InterruptedException {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        System.setProperty("java.awt.headless", "true");
        Platform.startup(() -> {});
        parts.firingWatch().start();
        parts.monitor().start();
        Stage stage = onFx(this::stage);
        Views views = onFx(() -> show(stage));
        try {
            boolean sources = await(views::sourcesSettled);
            onFx(() -> begin(views));
            boolean view = await(() -> views.settled(request.view()));
            onFx(() -> lookCloser(views));
            clock.sleep(SETTLE);
            for (Keystroke key : request.keys()) {
                onFx(() -> press(stage, key));
                clock.sleep(LOOK);
            }
            view &= await(() -> views.settled(request.view()));
            clock.sleep(SETTLE);
            view &= await(() -> parts.work().running().isEmpty());
            clock.sleep(LOOK.multipliedBy(3)); // what the last read brought is drawn by then
            boolean found = onFx(views::wantedAlertIsOpen);
            write(onFx(() -> look(views.shell())), out);
            return !sources || !view ? Ending.INCOMPLETE : found ? Ending.COMPLETE : Ending.NOT_FOUND;
        } finally {
            onFx(() -> end(stage, views));
            Platform.exit();
        }
    }

    private Stage stage() {
        request.theme().applyToProgram();
        Fonts.load();
        return new Stage(StageStyle.UNDECORATED);
    }

    private Views show(Stage stage) {
        Views views = new Views(parts, ZoneId.systemDefault(), demo, new ForgetfulStore());
        views.shell().getStyleClass().add("root"); // the background of a window belongs to its root
        views.shell().setMinSize(request.width(), request.height());
        views.shell().setMaxSize(request.width(), request.height());
        Scene scene = new Scene(
                new Pane(views.shell()), Math.min(request.width(), SCREEN), Math.min(request.height(), SCREEN));
        request.theme().apply(scene);
        stage.setScene(scene);
        stage.show();
        return views;
    }

    /** Without a word of what to open, the view shows something that is there. */
    private boolean begin(Views views) {
        String usual = switch (request.view()) {
            case Views.TRACES -> views.services().stream().findFirst().orElse("");
            case Views.LOGS -> "*";
            default -> "";
        };
        views.open(request.view(), request.argument().isEmpty() ? usual : request.argument());
        return true;
    }

    private Image look(ShellView shell) {
        SnapshotParameters whole = new SnapshotParameters();
        whole.setViewport(new Rectangle2D(0, 0, request.width(), request.height()));
        return shell.snapshot(whole, null);
    }

    /** A search for traces shows one of them as well. */
    private boolean lookCloser(Views views) {
        if (request.view().equals(Views.TRACES)
                && (request.argument().isEmpty() || views.services().contains(request.argument()))) {
            views.openNewestTrace();
        }
        return true;
    }

    private static boolean press(Stage stage, Keystroke key) {
        key.press(stage.getScene());
        return true;
    }

    private static boolean end(Stage stage, Views views) {
        stage.close();
        views.close();
        return true;
    }

    private boolean await(Callable<Boolean> condition) throws InterruptedException {
        long end = clock.nanos() + PATIENCE.toNanos();
        while (!onFx(condition)) {
            if (clock.nanos() > end) {
                return false;
            }
            clock.sleep(LOOK);
        }
        return true;
    }

    private static void write(Image image, Path out) throws IOException {
        Path folder = out.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        try (OutputStream file = Files.newOutputStream(out)) {
            Png.write(image, file);
        }
    }

    private static <T> T onFx(Callable<T> work) throws InterruptedException {
        FutureTask<T> task = new FutureTask<>(work);
        Fx.run(task);
        try {
            return task.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("drawing failed", e.getCause());
        }
    }
}
