package io.novacron.oncall.desktop.cli;

import io.novacron.oncall.desktop.cli.json.Json;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** A command with an answer, as a table to read or as one JSON document. */
abstract class CliCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before the command runs
    CommandSpec spec;

    @Option(names = "--json", description = "Print exactly one JSON document.")
    boolean json;

    final Oncall oncall() {
        return (Oncall) spec.root().userObject();
    }

    final Console console() {
        return oncall().console();
    }

    /** Prints the answer in the form that was asked for. */
    final void answer(Object document, String readable) {
        console().answer(json ? Json.text(document) : readable);
    }
}
