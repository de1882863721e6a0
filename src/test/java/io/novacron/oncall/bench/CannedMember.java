package io.novacron.oncall.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A member of a pair that answers with bodies made before, so that only the reader's time is measured. */
final class CannedMember implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final byte[] status;
    private volatile byte[] groups;
    private final CountDownLatch open = new CountDownLatch(1);
    private volatile Instant served = Instant.MIN;

    CannedMember(String name, byte[] groups) {
        this.groups = groups;
        status = """
                {"cluster":{"name":"%s","status":"ready","peers":[{"name":"a","address":"127.0.0.1:1"},
                {"name":"b","address":"127.0.0.1:2"}]},"versionInfo":{"branch":"","buildDate":"","buildUser":"",
                "goVersion":"","revision":"","version":"0.34.2"},"config":{"original":"route: {receiver: ops}\\nreceivers: [{name: ops}]\\n"},
                "uptime":"2026-01-01T00:00:00Z"}""".formatted(name).getBytes(StandardCharsets.UTF_8);
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 64);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    void hold(byte[] newGroups) {
        groups = newGroups;
    }

    /** Keeps its alerts to itself before. */
    void open() {
        open.countDown();
    }

    /** When the last byte of the alerts was last sent. */
    Instant served() {
        return served;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        byte[] body = Map.of("/api/v2/status", status, "/api/v2/alerts/groups", groups)
                .getOrDefault(path, "[]".getBytes(StandardCharsets.UTF_8));
        boolean alerts = path.endsWith("/groups");
        if (alerts) {
            await();
        }
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        try (var out = exchange.getResponseBody()) {
            out.write(body);
        }
        if (alerts) {
            served = Instant.now();
        }
    }

    private void await() throws InterruptedIOException {
        try {
            open.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("closed before it was opened");
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
