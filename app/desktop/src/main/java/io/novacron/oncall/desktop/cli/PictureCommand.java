package io.novacron.oncall.desktop.cli;

import io.novacron.oncall.core.text.Visible;
import io.novacron.oncall.demo.estate.Estate;
import io.novacron.oncall.desktop.Composition;
import io.novacron.oncall.desktop.journal.Database;
import io.novacron.oncall.desktop.picture.Keystroke;
import io.novacron.oncall.desktop.picture.Picture;
import io.novacron.oncall.desktop.settings.LoadedSettings;
import io.novacron.oncall.desktop.settings.SettingsFile;
import io.novacron.oncall.desktop.window.EstateDesk;
import io.novacron.oncall.desktop.window.Views;
import io.novacron.oncall.themes.Theme;
import io.novacron.oncall.views.demo.DemoDesk;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(name = "picture", description = "Draw one view into a file, without a display, once its data is there.")
final class PictureCommand implements Callable<Integer> {

    private static final int MOST_PIXELS = 8192;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before the command runs
    CommandSpec spec;

    @Option(
            names = "--view",
            required = true,
            paramLabel = "NAME[:ARG]",
            description =
                    "alerts[:FINGERPRINT], silences[:MATCHERS], topology, traces[:SERVICE or :TRACE], logs[:QUERY].")
    String view = "";

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "The PNG file to write.")
    @Nullable
    Path out;

    @Option(names = "--size", paramLabel = "WxH", description = "In pixels; default: 1600x1000.")
    String size = "1600x1000";

    @Option(names = "--theme", paramLabel = "THEME", description = "light, dark or wall; default: dark.")
    String theme = "dark"; // not the enum, which brings JavaFX into every other command

    @Option(
            names = "--keys",
            paramLabel = "KEYS",
            description = "Keys to press first, as the help card writes them: \"x Shift+A\"; text in single quotes.")
    String keys = "";

    @Option(names = "--demo", description = "Of a simulated platform, as oncall demo shows it.")
    boolean demo;

    @Mixin
    EstateChoice choice = new EstateChoice();

    @Override
    public Integer call() throws Stop, InterruptedException {
        Oncall oncall = (Oncall) spec.root().userObject();
        Picture.Request request = request();
        Path file = Objects.requireNonNull(out);
        if (!demo && !choice.none()) {
            throw Stop.usage("--scenario, --at and --seed are about a simulated platform; add --demo");
        }
        if (!demo) {
            return draw(oncall, request, file, oncall.settings(), Optional.empty());
        }
        try (Estate estate = choice.open(oncall, DemoCommand.USUAL, 0, false)) {
            LoadedSettings settings = SettingsFile.load(
                    estate.config(), Optional.empty(), oncall.program().login());
            return draw(oncall, request, file, settings, Optional.of(EstateDesk.of(estate)));
        }
    }

    private static int draw(
            Oncall oncall, Picture.Request request, Path file, LoadedSettings settings, Optional<DemoDesk> desk)
            throws Stop, InterruptedException {
        try (Composition parts =
                oncall.compose(settings, Database.inMemory(oncall.program().clock()))) {
            Picture.Ending ending = new Picture(parts, request, desk).draw(file);
            Statuses statuses = new Statuses(parts.monitor().statuses());
            statuses.tell(oncall.console());
            if (ending == Picture.Ending.INCOMPLETE) {
                oncall.console().message("the picture shows what was there; not everything came in time");
            }
            if (ending == Picture.Ending.NOT_FOUND) {
                oncall.console().message("no alert " + Visible.line(request.argument(), 40) + " fires");
            }
            boolean failed = statuses.anyFailed() || ending == Picture.Ending.INCOMPLETE;
            return failed ? Exit.SOURCE : ending == Picture.Ending.NOT_FOUND ? Exit.NO : Exit.DONE;
        } catch (IOException e) {
            throw Stop.usage("--out: " + Visible.line(file.toString(), 200)
                    + " cannot be written; name a file in a folder" + " that can be written to");
        }
    }

    private Picture.Request request() throws Stop {
        int colon = view.indexOf(':');
        String name = colon < 0 ? view : view.substring(0, colon);
        String argument = colon < 0 ? "" : view.substring(colon + 1);
        if (!Views.NAMES.contains(name)) {
            throw Stop.usage("--view: there is no view \"" + Visible.line(name, 40) + "\"; there is "
                    + String.join(", ", Views.NAMES));
        }
        int sign = size.indexOf('x');
        return new Picture.Request(
                name,
                name.equals(Views.ALERTS) && !argument.isEmpty() ? Texts.fingerprint(argument) : argument,
                keys(),
                pixels(sign < 0 ? "" : size.substring(0, sign)),
                pixels(size.substring(sign + 1)),
                theme());
    }

    private List<Keystroke> keys() throws Stop {
        try {
            return Keystroke.read(keys);
        } catch (IllegalArgumentException e) {
            throw Stop.usage("--keys: " + Visible.line(String.valueOf(e.getMessage()), 200));
        }
    }

    private Theme theme() throws Stop {
        return switch (theme) {
            case "light" -> Theme.LIGHT;
            case "dark" -> Theme.DARK;
            case "wall" -> Theme.WALL;
            default -> throw Stop.usage("--theme: \"" + Visible.line(theme, 40) + "\" is none of light, dark, wall");
        };
    }

    private int pixels(String text) throws Stop {
        try {
            int pixels = Integer.parseInt(text);
            if (pixels > 0 && pixels <= MOST_PIXELS) {
                return pixels;
            }
        } catch (NumberFormatException e) {
            // told below, with the text as it was written
        }
        throw Stop.usage("--size: \"" + Visible.line(size, 40) + "\" is no size; write it as in 1600x1000, at most "
                + MOST_PIXELS + " each");
    }
}
