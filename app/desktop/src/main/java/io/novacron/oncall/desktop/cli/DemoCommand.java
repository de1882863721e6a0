package io.novacron.oncall.desktop.cli;

import io.novacron.oncall.demo.estate.Estate;
import io.novacron.oncall.desktop.settings.SettingsFile;
import io.novacron.oncall.desktop.window.EstateDesk;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(name = "demo", description = "The window on a simulated platform: nothing to configure, nothing to break.")
final class DemoCommand implements Callable<Integer> {

    /** Something for a newcomer to do. */
    static final String USUAL = "storage-latency";

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before the command runs
    CommandSpec spec;

    @Mixin
    EstateChoice choice = new EstateChoice();

    @Override
    public Integer call() throws Stop, InterruptedException {
        Oncall oncall = (Oncall) spec.root().userObject();
        Program program = oncall.program();
        oncall.console().message("the simulated platform starts, which takes some seconds");
        try (Estate estate = choice.open(oncall, USUAL, 0, false)) {
            return RunCommand.show(
                    program,
                    SettingsFile.load(estate.config(), Optional.empty(), program.login()),
                    Optional.empty(),
                    Optional.of(EstateDesk.of(estate)));
        }
    }
}
