package io.novacron.oncall.servers;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Two Alertmanagers that gossip. Each names the other as its peer, so either may be killed and started again. */
public final class AlertmanagerPair implements AutoCloseable {
    /** How fast members talk to each other. */
    public enum Gossip {
        /** Alertmanager's own intervals: it counts as settled after ten seconds or so. */
        DEFAULT,
        /** Settled within three seconds. */
        QUICK,
        /** Quick, and through relays that can be cut: {@link #split}. */
        CUTTABLE
    }

    private final AlertmanagerServer first;
    private final AlertmanagerServer second;
    private final List<GossipRelay> relays;

    private AlertmanagerPair(AlertmanagerServer first, AlertmanagerServer second, List<GossipRelay> relays) {
        this.first = first;
        this.second = second;
        this.relays = relays;
    }

    /** A pair that gossips quickly and is settled. */
    public static AlertmanagerPair start(Servers version, String config) {
        return start(version, config, Gossip.QUICK);
    }

    public static AlertmanagerPair start(Servers version, String config, Gossip gossip) {
        int one = FreePorts.next();
        int two = FreePorts.next();
        List<GossipRelay> relays =
                gossip == Gossip.CUTTABLE ? List.of(new GossipRelay(one), new GossipRelay(two)) : List.of();
        String atOne = relays.isEmpty() ? "127.0.0.1:" + one : relays.getFirst().hostPort();
        String atTwo = relays.isEmpty() ? "127.0.0.1:" + two : relays.getLast().hostPort();
        AlertmanagerServer first = AlertmanagerServer.start(version, config, flags(one, atOne, atTwo, gossip));
        AlertmanagerPair pair;
        try {
            pair = new AlertmanagerPair(
                    first, AlertmanagerServer.start(version, config, flags(two, atTwo, atOne, gossip)), relays);
        } catch (RuntimeException e) {
            first.close();
            relays.forEach(GossipRelay::close);
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

    /** Cuts the pair in two that do not hear of each other, and waits until each says so. Needs {@link Gossip#CUTTABLE}. */
    public void split() {
        if (relays.isEmpty()) {
            throw new IllegalStateException("this pair gossips without relays");
        }
        relays.forEach(relay -> relay.cut(true));
        await("both members of the pair alone")
                .atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> peers(first) == 1 && peers(second) == 1);
    }

    /** Lets them find each other again, and waits until they have. */
    public void heal() {
        relays.forEach(relay -> relay.cut(false));
        awaitSettled();
    }

    @Override
    public void close() {
        try (first) {
            second.close();
        } finally {
            relays.forEach(GossipRelay::close);
        }
    }

    private static boolean settled(AlertmanagerServer member) throws IOException {
        return "ready".equals(member.status().path("cluster").path("status").asString()) && peers(member) == 2;
    }

    private static int peers(AlertmanagerServer member) throws IOException {
        return member.status().path("cluster").path("peers").size();
    }

    private static List<String> flags(int listen, String own, String peer, Gossip gossip) {
        List<String> flags =
                new ArrayList<>(List.of("--cluster.listen-address=127.0.0.1:" + listen, "--cluster.peer=" + peer));
        if (gossip != Gossip.DEFAULT) {
            flags.add("--cluster.gossip-interval=50ms");
            flags.add("--cluster.pushpull-interval=500ms");
            flags.add("--cluster.settle-timeout=1s");
        }
        if (gossip == Gossip.CUTTABLE) {
            flags.add("--cluster.advertise-address=" + own);
            flags.add("--cluster.probe-interval=300ms");
            flags.add("--cluster.probe-timeout=200ms");
            flags.add("--cluster.reconnect-interval=500ms");
        }
        return flags;
    }
}
