package io.novacron.oncall.demo.metric.exporter;

import io.novacron.oncall.demo.metric.page.Page;
import io.novacron.oncall.demo.metric.page.Site;
import io.novacron.oncall.demo.metric.signal.Signal;
import io.novacron.oncall.demo.platform.Call;
import io.novacron.oncall.demo.platform.Instance;
import io.novacron.oncall.demo.platform.Service;
import io.novacron.oncall.demo.world.Aspect;
import io.novacron.oncall.demo.world.Pulses;
import java.util.List;

/** HAProxy's own exporter: the frontend that the world calls, and the backends behind it. */
final class HaproxyPage {

    private static final double FAILING = 0.0002;
    private static final String PROXY = "novacron";

    private HaproxyPage() {}

    static void write(Page page, Site site, double rate) {
        page.gauge(
                "haproxy_process_start_time_seconds",
                "Start time of the process since unix epoch in seconds.",
                site.starts()::before);
        page.counter("haproxy_frontend_http_requests_total", "Requests received.", site.count(rate), "proxy", PROXY);
        Signal failing = site.failing(FAILING);
        responses(page, "haproxy_frontend_http_responses_total", site, rate, failing, PROXY);
        page.gauge(
                "haproxy_frontend_current_sessions",
                "Sessions that are open.",
                site.busy("sessions", 160, 0.15, 60).floor(),
                "proxy",
                PROXY);
        page.counter("haproxy_frontend_bytes_in_total", "Bytes received.", site.count(rate * 900), "proxy", PROXY);
        page.counter("haproxy_frontend_bytes_out_total", "Bytes sent.", site.count(rate * 14_000), "proxy", PROXY);
        for (Call call : Call.from(Service.HAPROXY)) {
            backend(page, site, call.to(), rate * call.perRequest());
        }
    }

    private static void backend(Page page, Site site, Service service, double rate) {
        String proxy = service.label();
        List<Instance> servers = site.cluster().instancesOf(service);
        List<Pulses> downs = Trouble.downs(site, service);
        Pulses errors = site.at(Aspect.ERRORS, service);
        Pulses latency = site.at(Aspect.LATENCY, service);
        Signal failing = time -> Math.min(1, FAILING + errors.at(time));
        responses(page, "haproxy_backend_http_responses_total", site, rate, failing, proxy, errors);
        page.gauge(
                "haproxy_backend_active_servers",
                "Servers that are up.",
                time -> servers.size() - Trouble.gone(downs, time),
                "proxy",
                proxy);
        Signal usual = site.wander("response " + proxy, 0.028, 0.2, 60);
        page.gauge(
                "haproxy_backend_response_time_average_seconds",
                "Average response time of the last 1024 requests.",
                time -> usual.at(time) + latency.at(time),
                "proxy",
                proxy);
        page.gauge(
                "haproxy_backend_current_queue",
                "Requests that wait for a server.",
                time -> Math.floor(rate * Math.max(0, latency.at(time) - 0.5) + 40 * Trouble.gone(downs, time)),
                "proxy",
                proxy);
        page.counter(
                "haproxy_backend_connection_errors_total",
                "Connections to servers that failed.",
                site.share(rate, time -> 1e-5 + Trouble.gone(downs, time) / servers.size(), all(downs)),
                "proxy",
                proxy);
        for (Instance server : servers) {
            server(page, site, proxy, server);
        }
    }

    private static void server(Page page, Site site, String proxy, Instance server) {
        Pulses down = Trouble.down(site, server);
        for (String state : List.of("UP", "DOWN")) {
            boolean wanted = state.equals("DOWN");
            page.gauge(
                    "haproxy_server_status",
                    "1 for the state that the server is in.",
                    time -> (down.at(time) >= 0.5) == wanted ? 1 : 0,
                    "proxy",
                    proxy,
                    "server",
                    server.name(),
                    "state",
                    state);
        }
        page.counter(
                "haproxy_server_check_failures_total",
                "Health checks of the server that failed.",
                site.added(down, 0.5),
                "proxy",
                proxy,
                "server",
                server.name());
    }

    private static void responses(
            Page page, String name, Site site, double rate, Signal failing, String proxy, Pulses... turning) {
        double[] parts = {0.955, 0.025, 0.02};
        String[] codes = {"2xx", "3xx", "4xx"};
        for (int i = 0; i < codes.length; i++) {
            double part = parts[i];
            response(page, name, count(site, rate, time -> part * (1 - failing.at(time)), turning), proxy, codes[i]);
        }
        response(page, name, count(site, rate, failing, turning), proxy, "5xx");
    }

    private static Signal count(Site site, double rate, Signal part, Pulses... turning) {
        return turning.length == 0 ? site.share(rate, part) : site.share(rate, part, turning);
    }

    private static void response(Page page, String name, Signal count, String proxy, String code) {
        page.counter(name, "HTTP responses by class of status.", count, "proxy", proxy, "code", code);
    }

    private static Pulses[] all(List<Pulses> downs) {
        return downs.toArray(Pulses[]::new);
    }
}
