package io.novacron.oncall.bench;

import static org.awaitility.Awaitility.await;

import io.novacron.oncall.bench.ConsoleRun.Deed;
import io.novacron.oncall.core.alert.Labels;
import io.novacron.oncall.core.journal.JournalException;
import io.novacron.oncall.core.journal.JournalledAction;
import io.novacron.oncall.core.settings.DeskSettings;
import io.novacron.oncall.core.settings.Operator;
import io.novacron.oncall.core.settings.Role;
import io.novacron.oncall.core.settings.Settings;
import io.novacron.oncall.core.time.Clock;
import io.novacron.oncall.desktop.journal.Database;
import io.novacron.oncall.desktop.journal.SqliteJournal;
import io.novacron.oncall.fault.Fault;
import io.novacron.oncall.fault.FaultProxy;
import io.novacron.oncall.servers.AlertmanagerPair;
import io.novacron.oncall.servers.AlertmanagerServer;
import io.novacron.oncall.servers.Http;
import io.novacron.oncall.servers.Servers;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/**
 * Two consoles as processes on a real pair, killed and cut off while both work on the same alerts; afterwards the members are
 * read directly.
 */
final class ConsolesProof {

    private static final int ALERTS = 12;

    /** How long they work, how often one is killed, and how long they have to put everything in order. */
    record Plan(Duration work, int kills, Duration cutOff, Duration order, long seed) {}

    /**
     * What was seen in the end.
     *
     * @param faults what is out of order, in words
     */
    record Verdict(Map<String, Long> deeds, int kills, List<String> faults, Duration orderly) {}

    private final Plan plan;
    private final Path folder;
    private final Consumer<String> progress;

    ConsolesProof(Plan plan, Path folder, Consumer<String> progress) {
        this.plan = plan;
        this.folder = folder;
        this.progress = progress;
    }

    Verdict run() throws IOException, InterruptedException {
        try (AlertmanagerPair pair =
                        AlertmanagerPair.start(Servers.ALERTMANAGER_0_34, AlertmanagerServer.QUIET_CONFIG);
                FaultProxy anaFirst = proxy(pair.first());
                FaultProxy anaSecond = proxy(pair.second());
                FaultProxy benFirst = proxy(pair.first());
                FaultProxy benSecond = proxy(pair.second())) {
            List<String> fingerprints = fire(pair);
            try (ConsoleRun ana = new ConsoleRun("ana", folder, urls(anaFirst, anaSecond), fingerprints, plan.seed());
                    ConsoleRun ben =
                            new ConsoleRun("ben", folder, urls(benSecond, benFirst), fingerprints, plan.seed() + 7)) {
                List<ConsoleRun> consoles = List.of(ana, ben);
                trouble(consoles, List.of(anaSecond, benFirst));
                for (ConsoleRun console : consoles) {
                    console.enough();
                }
                Instant quiet = Clock.system().now();
                List<String> faults = faults(pair, consoles);
                while (!faults.isEmpty() && Clock.system().now().isBefore(quiet.plus(plan.order()))) {
                    TimeUnit.SECONDS.sleep(1);
                    faults = faults(pair, consoles);
                }
                Map<String, Long> deeds = new TreeMap<>();
                for (ConsoleRun console : consoles) {
                    for (Deed deed : console.deeds()) {
                        deeds.merge(deed.what() + " " + deed.outcome(), 1L, Long::sum);
                    }
                }
                return new Verdict(
                        deeds,
                        plan.kills(),
                        faults,
                        Duration.between(quiet, Clock.system().now()));
            }
        }
    }

    /** Kills and one time in which each console reaches another member only. */
    private void trouble(List<ConsoleRun> consoles, List<FaultProxy> cuts) throws InterruptedException {
        Random random = new Random(plan.seed());
        long pause = plan.work().toMillis() / (plan.kills() + 2);
        for (int kill = 0; kill < plan.kills(); kill++) {
            TimeUnit.MILLISECONDS.sleep(pause);
            boolean ask = kill % 2 == 0;
            ConsoleRun console = consoles.get(random.nextInt(consoles.size()));
            progress.accept((ask ? "TERM " : "KILL ") + console.operator());
            console.killAndStart(ask);
            if (kill == plan.kills() / 2) {
                progress.accept("each reaches one member only");
                cuts.forEach(cut -> cut.down(true));
                Thread.sleep(plan.cutOff());
                cuts.forEach(cut -> cut.down(false));
            }
        }
        TimeUnit.MILLISECONDS.sleep(2 * pause);
    }

    private static List<String> faults(AlertmanagerPair pair, List<ConsoleRun> consoles) throws IOException {
        List<String> faults = new ArrayList<>();
        List<Deed> deeds = new ArrayList<>();
        for (ConsoleRun console : consoles) {
            deeds.addAll(console.deeds());
            try (Database database = Database.in(console.state(), Clock.system())) {
                Settings settings = new Settings(
                        "", new Operator(console.operator(), Role.LEAD), List.of(), List.of(), DeskSettings.DEFAULT);
                JournalledAction.of(SqliteJournal.of(database, settings, Clock.system())
                                .unfinished())
                        .forEach(action ->
                                faults.add(console.operator() + " does not know what became of " + action.what()));
            } catch (JournalException e) {
                faults.add(e.sentence());
            }
        }
        List<Map<String, Set<String>>> sides = new ArrayList<>();
        for (AlertmanagerServer member : pair.members()) {
            Map<String, Set<String>> names = new HashMap<>();
            Set<String> uuids = new HashSet<>();
            for (JsonNode silence : member.silences()) {
                JsonNode annotations = silence.path("annotations");
                if (!silence.path("status").path("state").asString().equals("active")) {
                    continue;
                }
                String uuid = annotations.path("novacron_id").asString();
                if (!uuids.add(uuid)) {
                    faults.add("two active silences of " + uuid + " on " + member.hostPort());
                }
                if (!annotations.path("novacron_kind").asString().equals("ack")) {
                    continue;
                }
                for (String key : annotations.path("novacron_keys").asString().split(" ", -1)) {
                    String fingerprint = key.split("@", -1)[0];
                    Set<String> by = new TreeSet<>(Arrays.asList(
                            annotations.path("novacron_by").asString().split(",\\s*", -1)));
                    if (names.put(fingerprint, by) != null) {
                        faults.add("two acknowledgements of " + fingerprint + " on " + member.hostPort());
                    }
                }
            }
            sides.add(names);
        }
        if (!sides.getFirst().equals(sides.getLast())) {
            faults.add("the members disagree: " + sides);
        }
        faults.addAll(against(deeds, sides.getFirst()));
        return faults;
    }

    /** What the last deeds left behind, where it is clear which was the last. */
    private static List<String> against(List<Deed> deeds, Map<String, Set<String>> names) {
        List<String> faults = new ArrayList<>();
        Map<String, List<Deed>> byAlert = new TreeMap<>();
        deeds.stream()
                .filter(deed -> deed.what().endsWith("ack"))
                .forEach(deed -> byAlert.computeIfAbsent(deed.fingerprint(), any -> new ArrayList<>())
                        .add(deed));
        byAlert.forEach((fingerprint, all) -> {
            Instant given = all.stream()
                    .filter(deed -> deed.what().equals("unack"))
                    .map(Deed::end)
                    .max(Comparator.naturalOrder())
                    .orElse(Instant.EPOCH);
            Set<String> owners = names.getOrDefault(fingerprint, Set.of());
            all.stream()
                    .filter(deed -> deed.effective("ack") && deed.start().isAfter(given))
                    .filter(deed -> !owners.contains(deed.who()))
                    .forEach(deed -> faults.add(deed.who() + " lost on " + fingerprint + ", which has " + owners));
            boolean taken = all.stream()
                    .anyMatch(deed -> deed.what().equals("ack") && deed.end().isAfter(given.minusSeconds(20)));
            if (!taken && !owners.isEmpty() && all.stream().anyMatch(deed -> deed.effective("unack"))) {
                faults.add("given back at " + given + " and acknowledged all the same: " + fingerprint);
            }
        });
        return faults;
    }

    private static FaultProxy proxy(AlertmanagerServer member) {
        return FaultProxy.before(member.url(), line -> Fault.NONE);
    }

    private static List<String> urls(FaultProxy... proxies) {
        return Arrays.stream(proxies).map(proxy -> proxy.url().toString()).toList();
    }

    private static List<String> fire(AlertmanagerPair pair) throws IOException {
        List<String> fingerprints = new ArrayList<>();
        List<Map<String, Object>> alerts = new ArrayList<>();
        Instant now = Clock.system().now();
        for (int i = 0; i < ALERTS; i++) {
            Map<String, String> labels = Map.of("alertname", "Load", "severity", "critical", "instance", "node-" + i);
            alerts.add(Map.of(
                    "labels",
                    labels,
                    "startsAt",
                    now.toString(),
                    "endsAt",
                    now.plus(Duration.ofHours(1)).toString()));
            fingerprints.add(Labels.of(labels).fingerprint());
        }
        for (AlertmanagerServer member : pair.members()) {
            member.postAlerts(Http.JSON.writeValueAsString(alerts));
            await().atMost(Duration.ofSeconds(20)).until(() -> member.alerts().size() == ALERTS);
        }
        return fingerprints;
    }

    /** How a process of the program is started on this class path. */
    static List<String> java() {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx256m",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
    }
}
