package io.novacron.oncall.desktop.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "silence",
        description = "Planned silences: rules over labels that keep alerts quiet.",
        subcommands = {
            SilenceListCommand.class,
            SilencePreviewCommand.class,
            SilenceAddCommand.class,
            SilenceEditCommand.class,
            SilenceExtendCommand.class,
            SilenceExpireCommand.class
        })
final class SilenceCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before the command runs
    CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "silence what: list, preview, add, edit, extend or expire");
    }
}
