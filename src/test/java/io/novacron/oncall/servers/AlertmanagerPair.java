package io.novacron.oncall.servers;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Two Alertmanagers that gossip. Each names the other as its peer, so either may be killed and started again. */
public final class AlertmanagerPair implements AutoCloseable {
    /** How fast members talk to each other. */
    public enum Gossip {
        /** Alertmanager's own intervals: it counts as settled after ten seconds or so. */
        DEFAULT,
        /** Settled within three seconds. */
        QUICK
    }

    private final AlertmanagerServer first;
    private final AlertmanagerServer second;

    private AlertmanagerPair(AlertmanagerServer first, AlertmanagerServer second) {
        this.first = first;
        this.second = second;
    }

    /** A pair that gossips quickly and is settled. */
    public static AlertmanagerPair start(Servers version, String config) {
        return start(version, config, Gossip.QUICK);
    }

    public static AlertmanagerPair start(Servers version, String config, Gossip gossip) {
        String one = "127.0.0.1:" + FreePorts.next();
        String two = "127.0.0.1:" + FreePorts.next();
        AlertmanagerServer first = AlertmanagerServer.start(version, config, flags(one, two, gossip));
        AlertmanagerPair pair;
        try {
            pair = new AlertmanagerPair(first, AlertmanagerServer.start(version, config, flags(two, one, gossip)));
        } catch (RuntimeException e) {
            first.close();
            throw e;
        }
        try {
            pair.awaitSettled();
        } catch (RuntimeException e) {
            pair.close();
            throw e;
        }
        return pair;
    }

    public AlertmanagerServer first() {
        return first;
    }

    public AlertmanagerServer second() {
        return second;
    }

    public List<AlertmanagerServer> members() {
        return List.of(first, second);
    }

    /** Waits until both members say that they are settled and see each other. */
    public void awaitSettled() {
        await("both members of the pair settled")
                .atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(200))
                .ignoreExceptionsInstanceOf(IOException.class)
                .until(() -> settled(first) && settled(second));
    }

    @Override
    public void close() {
        try (first) {
            second.close();
        }
    }

    private static boolean settled(AlertmanagerServer member) throws IOException {
        JsonNode cluster = member.status().path("cluster");
        return "ready".equals(cluster.path("status").asString())
                && cluster.path("peers").size() == 2;
    }

    private static List<String> flags(String own, String peer, Gossip gossip) {
        List<String> flags = new ArrayList<>(List.of("--cluster.listen-address=" + own, "--cluster.peer=" + peer));
        if (gossip == Gossip.QUICK) {
            flags.add("--cluster.gossip-interval=50ms");
            flags.add("--cluster.pushpull-interval=500ms");
            flags.add("--cluster.settle-timeout=1s");
        }
        return flags;
    }
}
