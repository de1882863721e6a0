package io.novacron.oncall.demo.http;

import io.novacron.oncall.core.time.Clock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One backend on one port of 127.0.0.1. It can be slowed, and taken down and up again on the same port. Any thread. */
public final class Loopback implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Loopback.class);
    private static final int BACKLOG = 128;

    private final Backend backend;
    private final Clock clock;
    private final int port;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
    private volatile @Nullable ServerSocket server;
    private volatile Duration delay = Duration.ZERO;

    /**
     * Listens at once.
     *
     * @param port 0 for any free one
     * @throws UncheckedIOException if the port is taken
     */
    public Loopback(int port, Backend backend, Clock clock) {
        this.backend = backend;
        this.clock = clock;
        this.port = listen(port).getLocalPort();
    }

    public URI uri() {
        return URI.create("http://127.0.0.1:" + port);
    }

    public int port() {
        return port;
    }

    /** Every answer from now on comes this much later. */
    public void delay(Duration time) {
        delay = time;
    }

    /** Connections are refused from now on. */
    public synchronized void down() {
        ServerSocket open = server;
        server = null;
        if (open != null) {
            close(open);
            connections.forEach(Loopback::close);
        }
    }

    /** Answers again on the same port; nothing happens where it already does. */
    public synchronized void up() {
        if (server == null) {
            listen(port);
        }
    }

    @Override
    public synchronized void close() {
        down();
        threads.shutdownNow();
    }

    private ServerSocket listen(int at) {
        try {
            ServerSocket made = new ServerSocket(at, BACKLOG, InetAddress.getLoopbackAddress());
            server = made;
            threads.execute(() -> accept(made));
            return made;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot listen on 127.0.0.1:" + at + ": " + e.getMessage(), e);
        }
    }

    private void accept(ServerSocket listening) {
        while (!listening.isClosed()) {
            try {
                Socket socket = listening.accept();
                connections.add(socket);
                threads.execute(() -> serve(listening, socket));
            } catch (IOException e) {
                LOG.debug("127.0.0.1:{} is closed", port, e);
            }
        }
    }

    private void serve(ServerSocket listening, Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            // taken down between accepting and now
            if (!listening.isClosed()) {
                new HttpExchanges(socket, this::reply, clock).serve();
            }
        } catch (IOException e) {
            LOG.trace("a connection to 127.0.0.1:{} ended", port, e);
        } finally {
            connections.remove(socket);
        }
    }

    private Reply reply(Request request) {
        try {
            clock.sleep(delay);
            return backend.answer(request);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Reply.text(503, "stopping");
        } catch (RuntimeException e) {
            LOG.warn("{} {} failed", request.method(), request.path(), e);
            return Reply.text(500, String.valueOf(e.getMessage()));
        }
    }

    private static void close(AutoCloseable open) {
        try {
            open.close();
        } catch (Exception e) {
            LOG.debug("already closed", e);
        }
    }
}
