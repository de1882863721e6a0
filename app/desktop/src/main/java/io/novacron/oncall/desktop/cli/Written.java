package io.novacron.oncall.desktop.cli;

import io.novacron.oncall.core.action.ActionResult;
import io.novacron.oncall.core.action.Ladder;
import io.novacron.oncall.core.action.Outcome;
import io.novacron.oncall.core.text.Visible;
import java.util.List;
import java.util.stream.Collectors;

/** What became of a write, for the command line. */
final class Written {

    private Written() {}

    /** The ladders of what was tried; anything else ends the command. */
    static List<Ladder> tried(ActionResult result) throws Stop {
        return switch (result) {
            case ActionResult.Tried tried -> tried.ladders();
            case ActionResult.Refused(String why, Integer confirm) ->
                throw new Stop(
                        Exit.REFUSED,
                        "refused: " + Visible.line(why)
                                + (confirm == null ? "" : " (--confirm " + confirm + " --comment TEXT)"));
            case ActionResult.Invalid(String why) -> throw Stop.usage(Visible.line(why));
        };
    }

    static int exit(List<Ladder> ladders) {
        return Ladder.worst(ladders) == Outcome.EFFECTIVE ? Exit.DONE : Exit.SOURCE;
    }

    static String readable(List<Ladder> ladders) {
        return ladders.stream().map(Written::line).collect(Collectors.joining("\n"));
    }

    private static String line(Ladder ladder) {
        String silence = ladder.silenceId().isEmpty() ? "" : " (silence " + ladder.silenceId() + ")";
        return Ladder.worst(List.of(ladder)) + " " + Visible.line(ladder.what()) + ": " + Visible.line(ladder.detail())
                + silence;
    }
}
