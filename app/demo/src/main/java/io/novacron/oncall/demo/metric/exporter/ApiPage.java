package io.novacron.oncall.demo.metric.exporter;

import io.novacron.oncall.demo.metric.page.Page;
import io.novacron.oncall.demo.metric.page.Site;
import io.novacron.oncall.demo.metric.signal.Signal;
import io.novacron.oncall.demo.metric.signal.Spread;
import io.novacron.oncall.demo.platform.Service;
import io.novacron.oncall.demo.world.Aspect;
import io.novacron.oncall.demo.world.Pulses;
import java.util.List;

/** The API: requests by endpoint, its database pool, and what it thinks of the services below it. */
final class ApiPage {

    private static final double[] BOUNDS = {0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10};
    private static final double[] QUERY_BOUNDS = {0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5};
    private static final double FAILING = 0.0004;
    private static final double REFUSED = 0.004;
    private static final int POOL = 100;

    /** @param part of all requests to the API */
    private record Endpoint(String method, String path, double part, String success, double median) {}

    private static final List<Endpoint> ENDPOINTS = List.of(
            new Endpoint("GET", "/api/vms", 0.26, "200", 0.022),
            new Endpoint("GET", "/api/vms/{id}", 0.24, "200", 0.014),
            new Endpoint("POST", "/api/vms", 0.03, "201", 0.060),
            new Endpoint("DELETE", "/api/vms/{id}", 0.02, "204", 0.045),
            new Endpoint("POST", "/api/vms/{id}/migrate", 0.02, "202", 0.052),
            new Endpoint("GET", "/api/cluster/nodes", 0.14, "200", 0.018),
            new Endpoint("GET", "/api/storage/volumes", 0.11, "200", 0.020),
            new Endpoint("GET", "/api/network/routes", 0.07, "200", 0.016),
            new Endpoint("POST", "/api/auth/login", 0.08, "200", 0.035),
            new Endpoint("GET", "/healthz", 0.03, "200", 0.002));

    private ApiPage() {}

    static void write(Page page, Site site, double rate) {
        ENDPOINTS.forEach(endpoint -> requests(page, site, endpoint, rate * endpoint.part()));
        database(page, site, rate);
        for (Service service : Service.values()) {
            opinion(page, site, service);
        }
        for (Service service :
                List.of(Service.AUTH, Service.POSTGRES, Service.REDIS, Service.SCHEDULER, Service.VM_MANAGER)) {
            Signal trouble = Trouble.of(site, service);
            page.gauge(
                    "dwcp_circuit_breaker_state",
                    "State of a circuit breaker: 0 closed, 1 half-open, 2 open.",
                    time -> trouble.at(time) >= 0.5 ? 2 : trouble.at(time) >= 0.2 ? 1 : 0,
                    "name",
                    service.label());
        }
    }

    private static void requests(Page page, Site site, Endpoint endpoint, double rate) {
        String[] own = {"method", endpoint.method(), "endpoint", endpoint.path()};
        Signal failing = site.failing(FAILING);
        request(page, site, endpoint, rate, endpoint.success(), time -> (1 - failing.at(time)) * (1 - REFUSED));
        request(page, site, endpoint, rate, "400", time -> (1 - failing.at(time)) * REFUSED);
        request(page, site, endpoint, rate, "500", failing.times(0.7));
        request(page, site, endpoint, rate, "503", failing.times(0.3));
        error(page, site, endpoint, rate, "validation", time -> (1 - failing.at(time)) * REFUSED);
        error(page, site, endpoint, rate, "internal", failing.times(0.7));
        error(page, site, endpoint, rate, "unavailable", failing.times(0.3));
        page.histogram(
                "novacron_api_request_duration_seconds",
                "Duration of API requests.",
                site.timing(rate, Spread.around(endpoint.median()), 1),
                BOUNDS,
                own);
    }

    private static void request(Page page, Site site, Endpoint endpoint, double rate, String status, Signal part) {
        page.counter(
                "novacron_api_requests_total",
                "API requests.",
                site.share(rate, part),
                "method",
                endpoint.method(),
                "endpoint",
                endpoint.path(),
                "status",
                status);
    }

    private static void error(Page page, Site site, Endpoint endpoint, double rate, String type, Signal part) {
        page.counter(
                "novacron_api_errors_total",
                "API requests that failed.",
                site.share(rate, part),
                "method",
                endpoint.method(),
                "endpoint",
                endpoint.path(),
                "error_type",
                type);
    }

    private static void database(Page page, Site site, double rate) {
        Pulses connections = site.pulses(Aspect.CONNECTIONS);
        Pulses wide = site.at(Aspect.CONNECTIONS, Service.POSTGRES);
        Signal used = site.busy("connections", 34, 0.2, 120);
        page.gauge(
                "novacron_database_connections_active",
                "Database connections in use.",
                time -> Math.floor(
                        Math.min(POOL, used.at(time) + POOL * Math.max(connections.at(time), wide.at(time)))));
        page.gauge(
                "novacron_database_connection_pool_size", "Size of the pool of database connections.", Signal.of(POOL));
        Pulses errors = site.at(Aspect.ERRORS, Service.POSTGRES);
        Pulses latency = site.at(Aspect.LATENCY, Service.POSTGRES);
        Signal failing = time -> Math.min(1, 1e-4 + errors.at(time));
        for (String table : List.of("vms", "nodes", "users", "events")) {
            for (String operation : List.of("select", "insert", "update")) {
                double part = rate * 0.3 * (operation.equals("select") ? 0.2 : 0.025);
                query(page, site.share(part, time -> 1 - failing.at(time), errors), operation, table, "success");
                query(page, site.share(part, failing, errors), operation, table, "error");
            }
        }
        page.histogram(
                "novacron_database_query_duration_seconds",
                "Duration of database queries.",
                site.timing(rate * 0.3, Spread.around(0.003), latency::at, latency),
                QUERY_BOUNDS);
    }

    private static void query(Page page, Signal count, String operation, String table, String status) {
        page.counter(
                "novacron_database_queries_total",
                "Database queries.",
                count,
                "operation",
                operation,
                "table",
                table,
                "status",
                status);
    }

    private static void opinion(Page page, Site site, Service service) {
        Signal trouble = Trouble.of(site, service);
        Signal health = Trouble.health(site, service);
        page.gauge(
                "novacron_service_availability",
                "1 while the service can be used.",
                time -> trouble.at(time) >= 0.5 ? 0 : 1,
                "service",
                service.label());
        page.gauge(
                "novacron_health_check_status",
                "1 while the last health check of the component passed.",
                health,
                "component",
                service.label());
    }
}
