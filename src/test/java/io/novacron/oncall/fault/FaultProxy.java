package io.novacron.oncall.fault;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Stands before one HTTP server on a port of its own and does to each exchange what its plan says. Connections are kept alive
 * on both sides until a fault ends them.
 */
public final class FaultProxy implements AutoCloseable {

    private static final Duration LATENCY = Duration.ofMillis(120);
    private static final Duration LATE = Duration.ofMillis(300);

    private final URI target;
    private final Function<String, Fault> plan;
    private final ServerSocket listening;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean down;

    private FaultProxy(URI target, Function<String, Fault> plan, ServerSocket listening) {
        this.target = target;
        this.plan = plan;
        this.listening = listening;
    }

    /**
     * Listens at once.
     *
     * @param plan the fault for an exchange, given the request's first line; any thread
     */
    public static FaultProxy before(URI target, Function<String, Fault> plan) {
        try {
            ServerSocket listening = new ServerSocket();
            listening.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 256);
            FaultProxy proxy = new FaultProxy(target, plan, listening);
            proxy.threads.execute(proxy::accept);
            return proxy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + listening.getLocalPort());
    }

    /** Takes the server off the net: connections break, and new ones too. Or brings it back. */
    public void down(boolean now) {
        down = now;
        if (now) {
            open.forEach(FaultProxy::reset);
        }
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket client = listening.accept();
                if (down) {
                    reset(client);
                } else {
                    threads.execute(() -> serve(client));
                }
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        open.add(client);
        try (client;
                Upstream upstream = new Upstream(target)) {
            client.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(client.getInputStream());
            while (!down) {
                HttpMessage request = HttpMessage.read(in);
                if (request == null || !exchange(plan.apply(request.line()), request, client, in, upstream)) {
                    return;
                }
            }
        } catch (IOException gone) {
            reset(client);
        } finally {
            open.remove(client);
        }
    }

    /** False where the connection is over. */
    private boolean exchange(Fault fault, HttpMessage request, Socket client, InputStream in, Upstream upstream)
            throws IOException {
        OutputStream out = client.getOutputStream();
        switch (fault) {
            case NONE -> {
                out.write(upstream.ask(request).whole());
                return true;
            }
            case RESET_DONE -> {
                upstream.ask(request);
                reset(client);
            }
            case RESET_LOST -> reset(client);
            case STALL_DONE -> {
                upstream.ask(request);
                awaitEnd(in);
            }
            case STALL_LOST -> awaitEnd(in);
            case STALL_LATE -> {
                awaitEnd(in);
                LockSupport.parkNanos(LATE.toNanos());
                upstream.ask(request);
            }
            case ERROR_DONE -> {
                upstream.ask(request);
                out.write(error("502 Bad Gateway"));
                return true;
            }
            case ERROR_LOST -> {
                out.write(error("503 Service Unavailable"));
                return true;
            }
            case CUT_BODY -> {
                HttpMessage response = upstream.ask(request);
                out.write(response.head());
                out.write(response.body(), 0, response.body().length / 2);
            }
            case CUT_HEAD -> out.write(upstream.ask(request).head(), 0, 7);
            case SLICED -> {
                slices(upstream.ask(request).whole(), out);
                return true;
            }
            case LATENCY -> {
                LockSupport.parkNanos(LATENCY.toNanos());
                HttpMessage response = upstream.ask(request);
                LockSupport.parkNanos(LATENCY.toNanos());
                out.write(response.whole());
                return true;
            }
        }
        return false;
    }

    private static void slices(byte[] response, OutputStream out) throws IOException {
        int size = Math.max(3, response.length / 20);
        for (int from = 0; from < response.length; from += size) {
            out.write(response, from, Math.min(size, response.length - from));
            out.flush();
            LockSupport.parkNanos(2_000_000);
        }
    }

    /** Until the client gives up. */
    private static void awaitEnd(InputStream in) {
        try {
            in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException gone) {
            // that is what was waited for
        }
    }

    private static byte[] error(String status) {
        return ("HTTP/1.1 " + status + "\r\nContent-Type: text/plain\r\nContent-Length: 6\r\n\r\nfault\n")
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private static void reset(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException gone) {
            // nothing left to reset
        }
    }

    @Override
    public void close() {
        try {
            listening.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        open.forEach(FaultProxy::reset);
        threads.shutdownNow();
    }

    /** The proxy's own connection to the server, opened when it is needed and kept for the next request. */
    private static final class Upstream implements AutoCloseable {

        private final URI target;
        private @Nullable Socket socket;
        private @Nullable InputStream in;

        Upstream(URI target) {
            this.target = target;
        }

        HttpMessage ask(HttpMessage request) throws IOException {
            Socket server = socket;
            InputStream from = in;
            if (server == null || from == null) {
                server = new Socket(InetAddress.getLoopbackAddress(), target.getPort());
                server.setTcpNoDelay(true);
                from = new BufferedInputStream(server.getInputStream());
                socket = server;
                in = from;
            }
            server.getOutputStream().write(request.whole());
            HttpMessage response = HttpMessage.read(from);
            if (response == null) {
                throw new IOException("the server ended the connection");
            }
            return response;
        }

        @Override
        public void close() throws IOException {
            Socket server = socket;
            if (server != null) {
                server.close();
            }
        }
    }
}
