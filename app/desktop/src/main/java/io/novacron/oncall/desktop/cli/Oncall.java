package io.novacron.oncall.desktop.cli;

import io.novacron.oncall.desktop.Composition;
import io.novacron.oncall.desktop.journal.Database;
import io.novacron.oncall.desktop.settings.LoadedSettings;
import io.novacron.oncall.desktop.settings.LoadedSettings.Broken;
import io.novacron.oncall.desktop.settings.LoadedSettings.Loaded;
import io.novacron.oncall.desktop.settings.LoadedSettings.Missing;
import io.novacron.oncall.desktop.settings.SettingsFile;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The program: without a command it opens the window. */
@Command(
        name = "oncall",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        scope = ScopeType.INHERIT,
        description = "Alerts, topology, traces and logs of a NovaCron installation for the engineer on call.",
        subcommands = {
            RunCommand.class,
            DemoCommand.class,
            PictureCommand.class,
            EstateCommand.class,
            CheckCommand.class,
            AlertsCommand.class,
            AlertCommand.class,
            AckCommand.class,
            UnackCommand.class,
            SilenceCommand.class,
            RouteCommand.class,
            MatchCommand.class,
            NotifyCommand.class,
            QueryCommand.class,
            QueryRangeCommand.class,
            TopologyCommand.class,
            TracesCommand.class,
            TraceCommand.class,
            LogsCommand.class,
            CompletionCommand.class
        })
public final class Oncall implements Callable<Integer> {

    @Option(
            names = "--config",
            paramLabel = "FILE",
            scope = ScopeType.INHERIT,
            description = "The configuration file; default: config.toml in the configuration folder of this user.")
    @Nullable
    Path config;

    @Option(
            names = "--env",
            paramLabel = "NAME",
            scope = ScopeType.INHERIT,
            description = "The environment to look at; default: what the configuration file says.")
    @Nullable
    String environment;

    private final Program program;
    private final Console console;

    Oncall(Program program, Console console) {
        this.program = program;
        this.console = console;
    }

    /** Runs one command to its end; answers the exit code. */
    public static int run(Program program, Console console, String... arguments) {
        return Cancellation.around(() -> CommandLines.run(new Oncall(program, console), arguments));
    }

    @Override
    public Integer call() throws Stop, InterruptedException {
        return RunCommand.open(this, null);
    }

    Program program() {
        return program;
    }

    Console console() {
        return console;
    }

    /** What the configuration file says now. */
    LoadedSettings settings() {
        Path file = config == null ? program.config() : config.toAbsolutePath();
        return SettingsFile.load(file, Optional.ofNullable(environment), program.login());
    }

    /** The program's parts on a configuration that holds. */
    Composition compose() throws Stop {
        return compose(settings(), program.database());
    }

    Composition compose(LoadedSettings settings, Database database) throws Stop {
        return switch (settings) {
            case Loaded(var read, var file) -> program.compose().apply(read, database);
            case Missing(Path file) ->
                throw Stop.usage("there is no configuration at " + file
                        + "; write one as docs/guide/configure.md shows, or name another with --config FILE");
            case Broken broken ->
                throw Stop.usage(broken.problems().stream()
                        .map(problem -> problem.at(broken.file()))
                        .collect(Collectors.joining("\n")));
        };
    }
}
