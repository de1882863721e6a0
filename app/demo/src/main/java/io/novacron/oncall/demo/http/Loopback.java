package io.novacron.oncall.demo.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.novacron.oncall.core.time.Clock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One backend on one port of 127.0.0.1. It can be slowed, and taken down and up again on the same port. Any thread. */
public final class Loopback implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Loopback.class);

    private final Backend backend;
    private final Clock clock;
    private final int port;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private @Nullable HttpServer server;
    private volatile Duration delay = Duration.ZERO;

    /**
     * @param port 0 for any free one
     * @throws UncheckedIOException if the port is taken
     */
    public Loopback(int port, Backend backend, Clock clock) {
        this.backend = backend;
        this.clock = clock;
        HttpServer opened = listen(port);
        server = opened;
        this.port = opened.getAddress().getPort();
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
        if (server != null) {
            server.stop(0);
            server = null;
        }
    }

    /** Answers again on the same port; nothing happens where it already does. */
    public synchronized void up() {
        if (server == null) {
            server = listen(port);
        }
    }

    @Override
    public synchronized void close() {
        down();
        threads.shutdownNow();
    }

    private HttpServer listen(int at) {
        try {
            HttpServer made = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), at), 0);
            made.createContext("/", this::serve);
            made.setExecutor(threads);
            made.start();
            return made;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot listen on 127.0.0.1:" + at + ": " + e.getMessage(), e);
        }
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            Reply reply = reply(exchange);
            reply.headers().forEach(exchange.getResponseHeaders()::set);
            boolean empty =
                    reply.body().length == 0 || exchange.getRequestMethod().equals("HEAD");
            exchange.sendResponseHeaders(reply.status(), empty ? -1 : reply.body().length);
            if (!empty) {
                exchange.getResponseBody().write(reply.body());
            }
        }
    }

    private Reply reply(HttpExchange exchange) throws IOException {
        Map<String, String> headers = new HashMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
        Request request = Request.of(
                exchange.getRequestMethod(),
                exchange.getRequestURI(),
                headers,
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
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
}
