package io.novacron.oncall.servers;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Alertmanagers that gossip. Each names the others as its peers, so any may be killed and started again. */
public final class AlertmanagerCluster implements AutoCloseable {
    /** How fast members talk to each other. */
    public enum Gossip {
        /** Alertmanager's own intervals: it counts as settled after ten seconds or so. */
        DEFAULT,
        /** Settled within three seconds. */
        QUICK,
        /** Quick, and through relays that can be cut: {@link #split}. */
        CUTTABLE
    }

    private final List<AlertmanagerServer> members = new ArrayList<>();
    private final List<GossipRelay> relays = new ArrayList<>();
    private final List<String> addresses = new ArrayList<>();

    private AlertmanagerCluster() {}

    /** So many members, settled. */
    public static AlertmanagerCluster start(Servers version, String config, Gossip gossip, int size) {
        AlertmanagerCluster cluster = new AlertmanagerCluster();
        try {
            List<Integer> ports = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                int port = FreePorts.next();
                ports.add(port);
                if (gossip == Gossip.CUTTABLE) {
                    GossipRelay relay = new GossipRelay(port);
                    cluster.relays.add(relay);
                    cluster.addresses.add(relay.hostPort());
                } else {
                    cluster.addresses.add("127.0.0.1:" + port);
                }
            }
            for (int i = 0; i < size; i++) {
                cluster.members.add(AlertmanagerServer.start(
                        version, config, flags(ports.get(i), cluster.addresses.get(i), cluster.addresses, gossip)));
            }
            cluster.awaitSettled();
        } catch (RuntimeException e) {
            cluster.close();
            throw e;
        }
        return cluster;
    }

    public List<AlertmanagerServer> members() {
        return List.copyOf(members);
    }

    /** One more, which joins but takes so long to settle that it is settling for whoever asks. The caller closes it. */
    public AlertmanagerServer settlingMember() {
        return AlertmanagerServer.start(
                members.getFirst().server(),
                AlertmanagerServer.QUIET_CONFIG,
                List.of(
                        "--cluster.listen-address=127.0.0.1:" + FreePorts.next(),
                        "--cluster.peer=" + addresses.getFirst(),
                        "--cluster.gossip-interval=30s",
                        "--cluster.settle-timeout=5m"));
    }

    /** Waits until all members say that they are settled and see each other. */
    public void awaitSettled() {
        await("all members of the cluster settled")
                .atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(200))
                .ignoreExceptionsInstanceOf(IOException.class)
                .until(() -> eachSees(members.size(), true));
    }

    /** Cuts it in parts of one member that do not hear of each other, and waits until each says so. Needs {@link Gossip#CUTTABLE}. */
    public void split() {
        if (relays.isEmpty()) {
            throw new IllegalStateException("these members gossip without relays");
        }
        relays.forEach(relay -> relay.cut(true));
        await("all members of the cluster alone")
                .atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> eachSees(1, false));
    }

    /** Lets them find each other again, and waits until they have. */
    public void heal() {
        relays.forEach(relay -> relay.cut(false));
        awaitSettled();
    }

    @Override
    public void close() {
        members.forEach(AlertmanagerServer::close);
        relays.forEach(GossipRelay::close);
    }

    private boolean eachSees(int peers, boolean ready) throws IOException {
        for (AlertmanagerServer member : members) {
            JsonNode cluster = member.status().path("cluster");
            if (cluster.path("peers").size() != peers
                    || (ready && !"ready".equals(cluster.path("status").asString()))) {
                return false;
            }
        }
        return true;
    }

    private static List<String> flags(int listen, String own, List<String> all, Gossip gossip) {
        List<String> flags = new ArrayList<>(List.of("--cluster.listen-address=127.0.0.1:" + listen));
        all.stream().filter(peer -> !peer.equals(own)).forEach(peer -> flags.add("--cluster.peer=" + peer));
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
