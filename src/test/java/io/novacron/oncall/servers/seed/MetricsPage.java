package io.novacron.oncall.servers.seed;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.novacron.oncall.servers.PrometheusConfig.Scrape;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Serves what Prometheus scrapes: one page per service on a loopback port, {@code /metrics/SERVICE}. */
public final class MetricsPage implements AutoCloseable {
    private final InstantSource clock;
    private final Instant began;
    private final HttpServer server;
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final Set<String> down = ConcurrentHashMap.newKeySet();

    private MetricsPage(InstantSource clock, HttpServer server) {
        this.clock = clock;
        this.began = clock.instant();
        this.server = server;
    }

    /** Starts to serve. Counters have counted for an hour when the clock says what it says now. */
    public static MetricsPage start(InstantSource clock) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            MetricsPage page = new MetricsPage(clock, server);
            Estate.SERVICES.forEach(service -> server.createContext("/metrics/" + service, page::answer));
            server.setExecutor(page.workers);
            server.start();
            return page;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return server.getAddress().getPort();
    }

    /** One scrape job per service, named after it. */
    public List<Scrape> scrapes() {
        return Estate.SERVICES.stream()
                .map(service -> new Scrape(
                        service,
                        "127.0.0.1:" + port(),
                        "/metrics/" + service,
                        Map.of("instance", Estate.instance(service, 0), "service", service)))
                .toList();
    }

    /** Makes a service's page fail (its {@code up} becomes 0) or serve again. */
    public void setDown(String service, boolean isDown) {
        if (isDown) {
            down.add(service);
        } else {
            down.remove(service);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        workers.close();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String service = path.substring(path.lastIndexOf('/') + 1);
        boolean fails = down.contains(service);
        double seconds = Duration.between(began, clock.instant()).toMillis() / 1_000.0 + 3_600;
        byte[] body = (fails ? "down\n" : ServiceMetrics.text(service, seconds)).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/plain; version=0.0.4; charset=utf-8");
        exchange.sendResponseHeaders(fails ? 503 : 200, body.length);
        try (exchange) {
            exchange.getResponseBody().write(body);
        }
    }
}
