package io.novacron.oncall.desktop.cli;

import io.novacron.oncall.core.alert.AlertLink;
import io.novacron.oncall.core.text.Visible;
import io.novacron.oncall.desktop.ProgramLog;
import io.novacron.oncall.desktop.journal.Database;
import io.novacron.oncall.desktop.settings.LoadedSettings;
import io.novacron.oncall.desktop.window.NoDisplayException;
import io.novacron.oncall.desktop.window.WindowApp;
import io.novacron.oncall.views.demo.DemoDesk;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "run", description = "The window; this is also what oncall does without a command.")
final class RunCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before the command runs
    CommandSpec spec;

    @Parameters(
            arity = "0..1",
            paramLabel = "LINK",
            description =
                    "What to open: oncall://alert/FINGERPRINT, and ?cluster=NAME behind it to mean one cluster's.")
    @Nullable
    String link;

    @Override
    public Integer call() throws Stop, InterruptedException {
        return open((Oncall) spec.root().userObject(), link);
    }

    /** Shows the window until it is closed. */
    static int open(Oncall oncall, @Nullable String link) throws Stop, InterruptedException {
        Optional<AlertLink> alert = link == null ? Optional.empty() : Optional.of(alert(link));
        return show(oncall.program(), oncall.settings(), alert, Optional.empty());
    }

    /** Shows the window on these settings until it is closed; answers the exit code. */
    static int show(Program program, LoadedSettings settings, Optional<AlertLink> alert, Optional<DemoDesk> demo)
            throws Stop, InterruptedException {
        ProgramLog.forWindow(program.state());
        try {
            Database database = demo.isPresent() ? Database.inMemory(program.clock()) : program.database();
            return WindowApp.run(
                    settings, read -> program.compose().apply(read, database), program.clock(), alert, demo);
        } catch (NoDisplayException noDisplay) {
            throw Stop.usage(
                    "the window cannot be shown ("
                            + Visible.line(String.valueOf(noDisplay.getMessage()), 100)
                            + "); start it on a desktop with GTK 3 (Debian: libgtk-3-0), or see oncall --help for what works without one");
        }
    }

    private static AlertLink alert(String link) throws Stop {
        return AlertLink.read(link)
                .orElseThrow(() -> Stop.usage("\"" + Visible.line(link, 80)
                        + "\" is no link of this program; one looks like " + AlertLink.SCHEME + "0123456789abcdef"));
    }
}
