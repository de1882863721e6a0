package io.novacron.oncall.demo.scenario;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A call of the command line that points at the cause of a scenario.
 *
 * @param arguments what follows {@code oncall}
 * @param finds what standard output holds while the scenario runs, and does not hold in {@code calm}
 */
public record Clue(List<String> arguments, String finds) {

    public Clue {
        arguments = List.copyOf(arguments);
    }

    /** Asks for the document, which says more than the table. */
    static Clue of(String finds, String... arguments) {
        return new Clue(
                Stream.concat(Arrays.stream(arguments), Stream.of("--json")).toList(), finds);
    }

    /** A query to the Prometheus of a cluster. */
    static Clue query(String cluster, String finds, String expression) {
        return of(finds, "query", expression, "--source", "prometheus-" + cluster);
    }

    /** The line to type in a shell. */
    public String line() {
        return "oncall " + arguments.stream().map(Clue::quoted).collect(Collectors.joining(" "));
    }

    private static String quoted(String argument) {
        boolean plain = argument.chars().allMatch(c -> Character.isLetterOrDigit(c) || "-_=./:".indexOf(c) >= 0);
        return plain && !argument.isEmpty() ? argument : "'" + argument.replace("'", "'\\''") + "'";
    }
}
