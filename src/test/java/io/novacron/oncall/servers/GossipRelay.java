package io.novacron.oncall.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The address at which the others reach a member's gossip, datagrams and connections, until it is cut. */
final class GossipRelay implements AutoCloseable {

    private static final int LONGEST = 65_535;

    private final int target;
    private final ServerSocket connections;
    private final DatagramSocket datagrams;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private volatile boolean cut;

    /** @param target the port on which the member itself listens */
    GossipRelay(int target) {
        this.target = target;
        int port = FreePorts.next();
        try {
            connections = new ServerSocket(port, 64, InetAddress.getLoopbackAddress());
            datagrams = new DatagramSocket(port, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.execute(this::accept);
        threads.execute(this::forward);
    }

    String hostPort() {
        return "127.0.0.1:" + connections.getLocalPort();
    }

    void cut(boolean now) {
        cut = now;
        if (now) {
            open.forEach(GossipRelay::end);
        }
    }

    private void forward() {
        byte[] bytes = new byte[LONGEST];
        InetSocketAddress member = new InetSocketAddress(InetAddress.getLoopbackAddress(), target);
        while (!datagrams.isClosed()) {
            try {
                DatagramPacket packet = new DatagramPacket(bytes, bytes.length);
                datagrams.receive(packet);
                if (!cut) {
                    packet.setSocketAddress(member);
                    datagrams.send(packet);
                }
            } catch (IOException lost) {
                // as datagrams are; the loop ends with the socket
            }
        }
    }

    private void accept() {
        while (!connections.isClosed()) {
            try {
                Socket from = connections.accept();
                if (cut) {
                    end(from);
                } else {
                    threads.execute(() -> join(from));
                }
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void join(Socket from) {
        open.add(from);
        try (from;
                Socket to = new Socket(InetAddress.getLoopbackAddress(), target)) {
            open.add(to);
            threads.execute(() -> pour(to, from));
            pour(from, to);
            open.remove(to);
        } catch (IOException gone) {
            // the other side notices
        } finally {
            open.remove(from);
        }
    }

    private static void pour(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
            to.shutdownOutput();
        } catch (IOException gone) {
            end(to);
        }
    }

    private static void end(Socket socket) {
        try {
            socket.close();
        } catch (IOException gone) {
            // it is closed
        }
    }

    @Override
    public void close() {
        end(connections);
        datagrams.close();
        open.forEach(GossipRelay::end);
        threads.shutdownNow();
    }

    private static void end(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException gone) {
            // it is closed
        }
    }
}
