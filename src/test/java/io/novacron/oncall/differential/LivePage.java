package io.novacron.oncall.differential;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** A page of metrics whose series come and go from one scrape to the next, so that Prometheus writes staleness markers. */
final class LivePage implements AutoCloseable {

    private final HttpServer server;
    private int scrapes;

    LivePage() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/metrics", this::answer);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    /** One scrape at a time: the server has one thread. */
    private void answer(HttpExchange exchange) throws IOException {
        int now = scrapes++;
        try (exchange) {
            if (now % 11 == 9) {
                exchange.sendResponseHeaders(503, -1);
                return;
            }
            byte[] page = page(now).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/plain; version=0.0.4");
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
        }
    }

    private static String page(int now) {
        StringBuilder page = new StringBuilder("flap_steady " + now * now + "\n");
        for (int every = 2; every <= 5; every++) {
            if (now % every != 1) {
                page.append("flap_gauge{every=\"").append(every).append("\"} ");
                page.append(now % 7 == 3 ? "NaN" : (now * 37) % 23).append('\n');
                page.append("flap_total{every=\"")
                        .append(every)
                        .append("\"} ")
                        .append(now % 13 * every)
                        .append('\n');
            }
        }
        return page.toString();
    }
}
