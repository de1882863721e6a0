package io.novacron.oncall.desktop.cli;

import io.novacron.oncall.core.text.Visible;
import io.novacron.oncall.demo.estate.Estate;
import io.novacron.oncall.demo.scenario.Scenario;
import io.novacron.oncall.demo.scenario.Scenarios;
import io.novacron.oncall.desktop.settings.NearestName;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** Which estate is simulated: the options that all its commands share. */
final class EstateChoice {

    private static final long USUAL_SEED = 1;
    private static final String USUAL_AGO = "3m";

    @Option(
            names = "--scenario",
            paramLabel = "NAME",
            description =
                    "What goes wrong with the simulated platform; may be repeated. docs/guide/demo.md lists them.")
    List<String> scenarios = List.of();

    @Option(names = "--at", paramLabel = "DURATION", description = "How long ago it began; default: " + USUAL_AGO + ".")
    String ago = "";

    @Option(names = "--seed", paramLabel = "N", description = "Another platform and other chances; default: 1.")
    long seed = USUAL_SEED;

    /** True where none of these options was given. */
    boolean none() {
        return scenarios.isEmpty() && ago.isEmpty() && seed == USUAL_SEED;
    }

    /**
     * Opens the estate, which takes some seconds.
     *
     * @param usual the scenario where none is named
     * @param basePort 0 for any free ports
     * @param scrape whether a real Prometheus may scrape it, too
     */
    Estate open(Oncall oncall, String usual, int basePort, boolean scrape) throws Stop {
        if (oncall.config != null || oncall.environment != null) {
            throw Stop.usage("the simulated platform brings its own configuration; leave out --config and --env");
        }
        Duration began = Texts.duration("--at", ago.isEmpty() ? USUAL_AGO : ago);
        List<Estate.Begun> begun = new ArrayList<>();
        for (String name : scenarios.isEmpty() ? List.of(usual) : scenarios) {
            begun.add(new Estate.Begun(named(name), began));
        }
        Program program = oncall.program();
        try {
            return Estate.open(new Estate.Options(seed, begun, basePort, program.login(), scrape), program.clock());
        } catch (UncheckedIOException e) {
            throw Stop.usage("the simulated platform cannot be started: " + Visible.line(String.valueOf(e.getMessage()))
                    + "; end what is in the way or choose other ports with oncall estate --port N");
        }
    }

    private static Scenario named(String name) throws Stop {
        List<String> names = Scenarios.all().stream().map(Scenario::name).toList();
        if (!names.contains(name)) {
            throw Stop.usage("--scenario: there is no scenario \"" + Visible.line(name, 40) + "\""
                    + NearestName.hint(name, names));
        }
        return Scenarios.named(name);
    }
}
