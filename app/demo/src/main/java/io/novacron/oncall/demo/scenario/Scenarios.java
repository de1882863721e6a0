package io.novacron.oncall.demo.scenario;

import io.novacron.oncall.demo.world.Incident;
import io.novacron.oncall.demo.world.Noise;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** All scenarios there are, and those that happened before the estate was started. */
public final class Scenarios {

    private static final List<Scenario> ALL = List.of(
            Calm.scenario(),
            BadDeploy.scenario(),
            StorageLatency.scenario(),
            QuorumLoss.scenario(),
            MigrationStorm.scenario(),
            AuthBruteforce.scenario(),
            CapacityExhaustion.scenario(),
            AlertStorm.scenario(),
            BlindPrometheus.scenario(),
            SplitAlertmanager.scenario(),
            SlowBackends.scenario());

    private Scenarios() {}

    /** In the order in which a menu shows them, {@code calm} first. */
    public static List<Scenario> all() {
        return ALL;
    }

    /** The scenario of that name. @throws IllegalArgumentException with all the names if there is none */
    public static Scenario named(String name) {
        return ALL.stream()
                .filter(scenario -> scenario.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no scenario \"" + name + "\": there are "
                        + ALL.stream().map(Scenario::name).collect(Collectors.joining(", "))));
    }

    /**
     * The four incidents of the 31 days before {@code born}, oldest first, all over. The newest ended more than three days ago,
     * so that no burn-rate window reaches it.
     */
    public static List<Incident> past(Instant born, long seed) {
        return List.of(
                over("storage-latency", born, 27, 48, seed),
                over("bad-deploy", born, 18, 22, seed),
                over("auth-bruteforce", born, 10, 35, seed),
                over("quorum-loss", born, 5, 12, seed));
    }

    private static Incident over(String name, Instant born, int daysAgo, int minutes, long seed) {
        double jitter =
                Noise.unit(Noise.key(seed, name), 0) * Duration.ofDays(1).toSeconds();
        Instant start = born.minus(Duration.ofDays(daysAgo)).plusSeconds((long) jitter);
        Incident begun = named(name).begun(start);
        return new Incident(name, start, start.plus(Duration.ofMinutes(minutes)), begun.effects());
    }
}
