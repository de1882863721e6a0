package io.novacron.oncall.bench;

import static org.awaitility.Awaitility.await;

import io.novacron.oncall.bench.WriteWorker.Deed;
import io.novacron.oncall.bench.WriteWorker.Written;
import io.novacron.oncall.core.action.ActionDesk;
import io.novacron.oncall.core.action.Ladder;
import io.novacron.oncall.core.action.LadderLog;
import io.novacron.oncall.core.action.Outcome;
import io.novacron.oncall.core.action.Reconcile;
import io.novacron.oncall.core.alert.Labels;
import io.novacron.oncall.core.bus.Bus;
import io.novacron.oncall.core.fetch.Fanout;
import io.novacron.oncall.core.journal.Journal;
import io.novacron.oncall.core.journal.JournalException;
import io.novacron.oncall.core.journal.JournalledAction;
import io.novacron.oncall.core.settings.Credential;
import io.novacron.oncall.core.settings.DeskSettings;
import io.novacron.oncall.core.settings.Operator;
import io.novacron.oncall.core.settings.Role;
import io.novacron.oncall.core.settings.Settings;
import io.novacron.oncall.core.settings.SourceSettings;
import io.novacron.oncall.core.source.SourceKind;
import io.novacron.oncall.core.time.Clock;
import io.novacron.oncall.desktop.Composition;
import io.novacron.oncall.desktop.journal.Database;
import io.novacron.oncall.desktop.journal.SqliteJournal;
import io.novacron.oncall.desktop.secret.SecretPlaces;
import io.novacron.oncall.fault.FaultProxy;
import io.novacron.oncall.servers.AlertmanagerPair;
import io.novacron.oncall.servers.AlertmanagerServer;
import io.novacron.oncall.servers.Http;
import io.novacron.oncall.servers.Servers;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;

/**
 * Many writes through a fault proxy before each member of a real pair, held against what the servers have in the end (alerts
 * guide S3, reliability guide P5). One pair; the servers are asked directly, past the proxies.
 */
final class WriteProof {

    private static final String CLUSTER = "eu";
    private static final int ALERTS_EACH = 4;

    /** How many writes, by how many operators at once, and with what faults. */
    record Plan(int writes, int workers, long seed, FaultDice dice) {}

    /**
     * What came of it.
     *
     * @param duplicates UUIDs that more than one silence carries, whatever its state
     * @param unknown actions whose outcome the journal does not know in the end
     * @param lies outcomes that the servers contradict, in words
     */
    record Verdict(
            Map<Deed, Integer> writes,
            Map<Outcome, Integer> outcomes,
            List<String> duplicates,
            List<String> unknown,
            List<String> lies) {

        int written() {
            return writes.values().stream().mapToInt(Integer::intValue).sum();
        }
    }

    private final Plan plan;
    private final Path folder;
    private final Clock clock = Clock.system();

    WriteProof(Plan plan, Path folder) {
        this.plan = plan;
        this.folder = folder;
    }

    Verdict run() throws IOException, InterruptedException, JournalException {
        try (AlertmanagerPair pair =
                        AlertmanagerPair.start(Servers.ALERTMANAGER_0_34, AlertmanagerServer.QUIET_CONFIG);
                FaultProxy first = FaultProxy.before(pair.first().url(), plan.dice()::of);
                FaultProxy second = FaultProxy.before(pair.second().url(), plan.dice()::of);
                Bus bus = new Bus();
                Fanout fanout = new Fanout();
                Database database = Database.in(folder, clock)) {
            List<List<String>> alerts = fire(pair);
            AtomicInteger left = new AtomicInteger(plan.writes());
            List<Callable<List<Written>>> workers = new ArrayList<>();
            List<Composition.Outside> outsides = new ArrayList<>();
            for (int i = 0; i < plan.workers(); i++) {
                Settings settings = settings(i % 2 == 0 ? List.of(first, second) : List.of(second, first));
                Composition.Outside outside = Composition.Outside.of(settings, new SecretPlaces(Map.of()), clock);
                outsides.add(outside);
                Journal journal = SqliteJournal.of(database, settings, clock);
                ActionDesk desk = desk(outside, settings, fanout, clock, new LadderLog(bus), journal);
                WriteWorker worker = new WriteWorker(desk, CLUSTER, i, alerts.get(i), plan.seed());
                workers.add(() -> worker.run(left));
            }
            List<Written> written =
                    fanout.all(workers).stream().flatMap(List::stream).toList();
            plan.dice().rest();
            Settings settings = settings(List.of(first, second));
            Journal journal = SqliteJournal.of(database, settings, clock);
            LadderLog log = new LadderLog(bus);
            Clock later = new LaterClock(Duration.ofSeconds(20));
            reconcile(desk(outsides.getFirst(), settings, fanout, later, log, journal));
            Verdict verdict = verdict(written, log, journal, pair);
            outsides.forEach(outside -> outside.endings().forEach(Runnable::run));
            return verdict;
        }
    }

    private static void reconcile(ActionDesk desk) throws InterruptedException {
        for (int look = 0; look < 3 && new Reconcile(desk).run() > 0; look++) {
            desk.clock().sleep(Duration.ofSeconds(1));
        }
    }

    private static ActionDesk desk(
            Composition.Outside outside,
            Settings settings,
            Fanout fanout,
            Clock clock,
            LadderLog log,
            Journal journal) {
        return new ActionDesk(
                outside.clusters(), settings.operator(), fanout, clock, log, journal, ActionDesk.PATIENCE);
    }

    private static Settings settings(List<FaultProxy> members) {
        SourceSettings source = new SourceSettings(
                "am",
                SourceKind.ALERTMANAGER,
                "",
                CLUSTER,
                members.stream().map(FaultProxy::url).toList(),
                SourceSettings.EVERY,
                Map.of(),
                new Credential.None(),
                null,
                List.of(),
                true);
        return new Settings("", new Operator("ana", Role.LEAD), List.of(source), List.of(), DeskSettings.DEFAULT);
    }

    /** Fires the alerts of every worker on both members, as Prometheus does; their fingerprints by worker. */
    private List<List<String>> fire(AlertmanagerPair pair) throws IOException {
        List<List<String>> fingerprints = new ArrayList<>();
        List<Map<String, Object>> alerts = new ArrayList<>();
        for (int worker = 0; worker < plan.workers(); worker++) {
            List<String> own = new ArrayList<>();
            for (int i = 0; i < ALERTS_EACH; i++) {
                Map<String, String> labels = new TreeMap<>(Map.of(
                        "alertname", "Load", "severity", "warning", "worker", "w" + worker, "instance", "node-" + i));
                alerts.add(Map.of("labels", labels));
                own.add(Labels.of(labels).fingerprint());
            }
            fingerprints.add(own);
        }
        for (AlertmanagerServer member : pair.members()) {
            member.postAlerts(Http.JSON.writeValueAsString(alerts));
            await().atMost(Duration.ofSeconds(20)).until(() -> member.alerts().size() == alerts.size());
        }
        return fingerprints;
    }

    private static Verdict verdict(List<Written> written, LadderLog log, Journal journal, AlertmanagerPair pair)
            throws IOException, JournalException {
        Map<String, Ladder> found = new HashMap<>();
        log.ladders().forEach(ladder -> found.put(ladder.id(), ladder));
        Map<String, Set<String>> carriers = new HashMap<>();
        Set<String> active = new HashSet<>();
        for (AlertmanagerServer member : pair.members()) {
            for (JsonNode silence : member.silences()) {
                String id = silence.path("id").asString();
                String uuid = silence.path("annotations").path("novacron_id").asString();
                carriers.computeIfAbsent(uuid, any -> new HashSet<>()).add(id);
                if (!silence.path("status").path("state").asString().equals("expired")) {
                    active.add(id);
                }
            }
        }
        List<String> duplicates = new ArrayList<>();
        carriers.forEach((uuid, ids) -> {
            if (ids.size() > 1) {
                duplicates.add(uuid + " on " + ids);
            }
        });
        Map<Deed, Integer> writes = new TreeMap<>();
        Map<Outcome, Integer> outcomes = new TreeMap<>();
        List<String> lies = new ArrayList<>();
        for (Written one : written) {
            Ladder last = found.getOrDefault(one.ladder().id(), one.ladder());
            Outcome outcome = last.outcome() == null ? Outcome.UNKNOWN : last.outcome();
            writes.merge(one.deed(), 1, Integer::sum);
            outcomes.merge(outcome, 1, Integer::sum);
            String lie = lie(one.deed(), last, outcome, carriers, active);
            if (!lie.isEmpty()) {
                lies.add(one.deed() + " " + last.id() + " " + outcome + " (" + last.detail() + "): " + lie);
            }
        }
        List<String> unknown = JournalledAction.of(journal.unfinished()).stream()
                .map(action -> action.what() + " " + action.id())
                .toList();
        return new Verdict(writes, outcomes, duplicates, unknown, lies);
    }

    /** What the servers say against an outcome; empty where they agree. */
    private static String lie(
            Deed deed, Ladder ladder, Outcome outcome, Map<String, Set<String>> carriers, Set<String> active) {
        return switch (deed) {
            case ADD, ACKNOWLEDGE -> {
                boolean there = carriers.containsKey(ladder.id())
                        || carriers.values().stream().anyMatch(ids -> ids.contains(ladder.silenceId()));
                yield switch (outcome) {
                    case EFFECTIVE, ACCEPTED -> there ? "" : "no member has it";
                    case FAILED -> carriers.containsKey(ladder.id()) ? "a member has it" : "";
                    case UNKNOWN -> "nobody knows";
                };
            }
            case EXTEND -> ""; // how long it lasts may have been changed since
            case EXPIRE, UNACKNOWLEDGE ->
                outcome == Outcome.EFFECTIVE && active.contains(ladder.silenceId()) ? "it is still active" : "";
        };
    }
}
