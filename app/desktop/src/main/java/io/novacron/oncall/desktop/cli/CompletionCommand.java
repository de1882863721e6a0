package io.novacron.oncall.desktop.cli;

import io.novacron.oncall.core.text.Visible;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "completion",
        description = "A script that lets the shell complete commands: source <(oncall completion bash)")
final class CompletionCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before the command runs
    CommandSpec spec;

    @Parameters(paramLabel = "SHELL", description = "bash or zsh; one script serves both.")
    String shell = "";

    @Override
    public Integer call() throws Stop {
        if (!shell.equals("bash") && !shell.equals("zsh")) {
            throw Stop.usage("there is completion for bash and zsh, not for \"" + Visible.line(shell, 40) + "\"");
        }
        String script = AutoComplete.bash("oncall", spec.root().commandLine());
        ((Oncall) spec.root().userObject()).console().answer(script);
        return Exit.DONE;
    }
}
