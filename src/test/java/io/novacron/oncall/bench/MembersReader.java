package io.novacron.oncall.bench;

import io.novacron.oncall.core.time.Clock;
import io.novacron.oncall.servers.AlertmanagerServer;
import io.novacron.oncall.servers.Http;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;

/** A third reader, which is no console: asks the members themselves, one after the other, again and again until it is closed. */
final class MembersReader implements AutoCloseable {

    /**
     * An active silence.
     *
     * @param uuid its {@code novacron_id}
     * @param fingerprints the alerts that it acknowledges; empty for a planned one
     * @param names who acknowledged them
     */
    record Active(String id, String uuid, Set<String> fingerprints, Set<String> names) {

        static Active of(JsonNode silence) {
            JsonNode annotations = silence.path("annotations");
            Set<String> fingerprints = new TreeSet<>();
            Set<String> names = new TreeSet<>();
            if (annotations.path("novacron_kind").asString("").equals("ack")) {
                for (String key : annotations.path("novacron_keys").asString("").split(" ", -1)) {
                    fingerprints.add(key.split("@", -1)[0]);
                }
                names.addAll(
                        List.of(annotations.path("novacron_by").asString("").split(",\\s*", -1)));
            }
            return new Active(
                    silence.path("id").asString(),
                    annotations.path("novacron_id").asString(""),
                    fingerprints,
                    names);
        }
    }

    /**
     * All members, read within {@code begun} and {@code ended}.
     *
     * @param byMember host and port to what is active there; a member that did not answer is missing
     */
    record Round(Instant begun, Instant ended, Map<String, List<Active>> byMember) {}

    private static final Duration PAUSE = Duration.ofMillis(250);

    private final List<AlertmanagerServer> members;
    private final List<Round> rounds = new CopyOnWriteArrayList<>();
    private final ExecutorService thread = Executors.newVirtualThreadPerTaskExecutor();

    MembersReader(List<AlertmanagerServer> members) {
        this.members = members;
        thread.execute(this::read);
    }

    /** Those that began after {@code since}, in order. */
    List<Round> since(Instant since) {
        return rounds.stream().filter(round -> round.begun().isAfter(since)).toList();
    }

    private void read() {
        try {
            while (true) {
                Instant begun = Clock.system().now();
                Map<String, List<Active>> byMember = new LinkedHashMap<>();
                for (AlertmanagerServer member : members) {
                    try {
                        byMember.put(member.hostPort(), active(member));
                    } catch (IOException silent) {
                        // the round lacks it
                    }
                }
                rounds.add(new Round(begun, Clock.system().now(), byMember));
                Clock.system().sleep(PAUSE);
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private static List<Active> active(AlertmanagerServer member) throws IOException {
        List<Active> active = new ArrayList<>();
        for (JsonNode silence : Http.get(member.url("/api/v2/silences?expired=false&pending=false"))
                .ok()
                .json()) {
            if (silence.path("status").path("state").asString().equals("active")) {
                active.add(Active.of(silence));
            }
        }
        return active;
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
