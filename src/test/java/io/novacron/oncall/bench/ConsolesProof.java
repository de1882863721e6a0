package io.novacron.oncall.bench;

import static org.awaitility.Awaitility.await;

import io.novacron.oncall.bench.ConsoleRun.Deed;
import io.novacron.oncall.bench.MembersReader.Round;
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
import io.novacron.oncall.servers.AlertmanagerCluster;
import io.novacron.oncall.servers.AlertmanagerCluster.Gossip;
import io.novacron.oncall.servers.AlertmanagerServer;
import io.novacron.oncall.servers.Http;
import io.novacron.oncall.servers.Servers;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Two consoles as processes on one real cluster, killed and cut off while both work on the same alerts; a third reader looks at
 * the members all the while.
 */
final class ConsolesProof {

    private static final int ALERTS = 12;
    private static final Clock CLOCK = Clock.system();

    /**
     * What is to happen.
     *
     * @param members how many the cluster has
     * @param work how long they work
     * @param cutOff how long each reaches one member only
     * @param split how long the members do not hear of each other; zero for never
     * @param watch how long it must have been in order at the end, seen by every round of the reader
     * @param order until when after the last fault it has to be
     * @param agree how much later both consoles must tell the same, with a final outcome of everything
     */
    record Plan(
            int members,
            Duration work,
            int kills,
            Duration cutOff,
            Duration split,
            Duration watch,
            Duration order,
            Duration agree,
            long seed) {}

    /**
     * What was seen in the end.
     *
     * @param faults what is out of order at the end, in words
     * @param orderly from the last fault to the first round of the reader since which all was in order
     * @param agreed from the last fault until both consoles told the same and knew what became of everything
     * @param rounds how often all members were read
     */
    record Verdict(
            Map<String, Long> deeds, int kills, List<String> faults, Duration orderly, Duration agreed, int rounds) {}

    private final Plan plan;
    private final Path folder;
    private final Consumer<String> progress;

    ConsolesProof(Plan plan, Path folder, Consumer<String> progress) {
        this.plan = plan;
        this.folder = folder;
        this.progress = progress;
    }

    Verdict run() throws IOException, InterruptedException {
        Gossip gossip = plan.split().isZero() ? Gossip.QUICK : Gossip.CUTTABLE;
        List<FaultProxy> proxies = new ArrayList<>();
        try (AlertmanagerCluster cluster = AlertmanagerCluster.start(
                        Servers.ALERTMANAGER_0_34, AlertmanagerServer.QUIET_CONFIG, gossip, plan.members());
                MembersReader reader = new MembersReader(cluster.members())) {
            List<String> fingerprints = fire(cluster);
            List<AlertmanagerServer> forwards = cluster.members();
            // each console begins with another member, which is also the one it is left with
            try (ConsoleRun ana = console("ana", forwards, proxies, fingerprints, plan.seed());
                    ConsoleRun ben = console("ben", forwards.reversed(), proxies, fingerprints, plan.seed() + 7)) {
                List<FaultProxy> cuts = new ArrayList<>(proxies);
                cuts.remove(plan.members());
                cuts.removeFirst();
                List<ConsoleRun> consoles = List.of(ana, ben);
                Instant last = trouble(cluster, consoles, cuts);
                return watch(reader, consoles, last);
            }
        } finally {
            proxies.forEach(FaultProxy::close);
        }
    }

    private ConsoleRun console(
            String name,
            List<AlertmanagerServer> members,
            List<FaultProxy> proxies,
            List<String> fingerprints,
            long seed) {
        List<String> urls = new ArrayList<>();
        for (AlertmanagerServer member : members) {
            FaultProxy proxy = FaultProxy.before(member.url(), line -> Fault.NONE);
            proxies.add(proxy);
            urls.add(proxy.url().toString());
        }
        return new ConsoleRun(name, folder, urls, fingerprints, seed);
    }

    /** Kills, one time in which each console reaches another member only, and one in which the members do not hear of each other. */
    private Instant trouble(AlertmanagerCluster cluster, List<ConsoleRun> consoles, List<FaultProxy> cuts)
            throws IOException, InterruptedException {
        Random random = new Random(plan.seed());
        Duration pause = plan.work().minus(plan.cutOff()).minus(plan.split()).dividedBy(plan.kills() + 1L);
        Instant last = CLOCK.now();
        for (int kill = 0; kill < plan.kills(); kill++) {
            CLOCK.sleep(pause);
            boolean ask = kill % 2 == 0;
            ConsoleRun console = consoles.get(random.nextInt(consoles.size()));
            progress.accept((ask ? "TERM " : "KILL ") + console.operator());
            console.killAndStart(ask);
            last = CLOCK.now();
            if (kill == plan.kills() / 3) {
                progress.accept("each reaches one member only");
                cuts.forEach(cut -> cut.down(true));
                CLOCK.sleep(plan.cutOff());
                cuts.forEach(cut -> cut.down(false));
                last = CLOCK.now();
            }
            if (kill == plan.kills() * 2 / 3 && !plan.split().isZero()) {
                progress.accept("the members do not hear of each other");
                cluster.split();
                CLOCK.sleep(plan.split());
                cluster.heal();
                last = CLOCK.now();
            }
        }
        CLOCK.sleep(pause);
        for (ConsoleRun console : consoles) {
            console.enough();
        }
        return last;
    }

    private Verdict watch(MembersReader reader, List<ConsoleRun> consoles, Instant last)
            throws IOException, InterruptedException {
        Instant enough = last.plus(plan.order()).plus(plan.agree());
        Instant agreed = null;
        while (true) {
            Instant now = CLOCK.now();
            List<Deed> deeds = deeds(consoles);
            List<Round> rounds = reader.since(last);
            Instant orderly = rounds.isEmpty() ? now : rounds.getFirst().begun();
            List<String> faults = List.of("no round of the reader");
            for (Round round : rounds) {
                faults = ConsolesOrder.faults(round, plan.members(), deeds);
                if (!faults.isEmpty()) {
                    orderly = round.ended();
                }
            }
            if (agreed == null && faults.isEmpty()) {
                faults = unclear(consoles);
                agreed = faults.isEmpty() ? CLOCK.now() : null;
            }
            boolean seen = agreed != null && faults.isEmpty() && now.isAfter(orderly.plus(plan.watch()));
            if (seen || now.isAfter(enough)) {
                Map<String, Long> counts = new TreeMap<>();
                deeds.forEach(deed -> counts.merge(
                        deed.what() + " " + (deed.outcome().isEmpty() ? "cut off" : deed.outcome()), 1L, Long::sum));
                return new Verdict(
                        counts,
                        plan.kills(),
                        faults,
                        Duration.between(last, orderly),
                        Duration.between(last, agreed == null ? now : agreed),
                        rounds.size());
            }
            CLOCK.sleep(Duration.ofSeconds(1));
        }
    }

    private static List<Deed> deeds(List<ConsoleRun> consoles) throws IOException {
        List<Deed> deeds = new ArrayList<>();
        for (ConsoleRun console : consoles) {
            deeds.addAll(console.deeds());
        }
        return deeds;
    }

    /** Of what a console does not know the end, and what the two tell differently. */
    private List<String> unclear(List<ConsoleRun> consoles) throws IOException, InterruptedException {
        List<String> faults = new ArrayList<>();
        List<AlertsAnswer> answers = new ArrayList<>();
        for (ConsoleRun console : consoles) {
            faults.addAll(unfinished(console));
            AlertsAnswer answer = AlertsAnswer.of(console.config(), folder.resolve("third"));
            if (answer.alerts().size() != ALERTS) {
                faults.add("alerts --json of " + console.operator() + " ended with " + answer.exit() + " and tells "
                        + answer.alerts().size() + " alerts");
            }
            answers.add(answer);
        }
        faults.addAll(answers.getFirst().differences(answers.getLast()));
        return faults;
    }

    private static List<String> unfinished(ConsoleRun console) {
        try (Database database = Database.in(console.state(), CLOCK)) {
            Settings settings = new Settings(
                    "", new Operator(console.operator(), Role.LEAD), List.of(), List.of(), DeskSettings.DEFAULT);
            return JournalledAction.of(
                            SqliteJournal.of(database, settings, CLOCK).unfinished())
                    .stream()
                    .map(action -> console.operator() + " does not know what became of " + action.what())
                    .toList();
        } catch (JournalException e) {
            return List.of(e.sentence());
        }
    }

    private static List<String> fire(AlertmanagerCluster cluster) throws IOException {
        List<String> fingerprints = new ArrayList<>();
        List<Map<String, Object>> alerts = new ArrayList<>();
        Instant now = CLOCK.now();
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
        for (AlertmanagerServer member : cluster.members()) {
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
