package io.novacron.oncall.desktop.cli;

import io.novacron.oncall.desktop.Composition;

/** A command that reads or writes the backends of the configuration. */
abstract class SourceCommand extends CliCommand {

    @Override
    public final Integer call() throws Stop, InterruptedException {
        try (Composition parts = oncall().compose()) {
            return run(parts);
        }
    }

    /** Answers the exit code. */
    abstract int run(Composition parts) throws Stop, InterruptedException;
}
