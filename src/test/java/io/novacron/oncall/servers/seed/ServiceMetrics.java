package io.novacron.oncall.servers.seed;

import java.util.Locale;

/** The metrics of one service as functions of time, under the names that NovaCron's code defines. */
final class ServiceMetrics {
    private static final double[] BOUNDS = {0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5};

    private final StringBuilder text = new StringBuilder(4_096);
    private final double seconds;
    private final int number;

    private ServiceMetrics(String service, double seconds) {
        this.seconds = seconds;
        this.number = 1 + Estate.SERVICES.indexOf(service);
    }

    /** The page of a service in Prometheus's text format. */
    static String text(String service, double seconds) {
        ServiceMetrics metrics = new ServiceMetrics(service, seconds);
        metrics.common(service);
        switch (service) {
            case "frontend" -> metrics.frontend();
            case "api" -> metrics.api();
            case "auth" -> metrics.auth();
            case "scheduler" -> metrics.scheduler();
            case "vm-manager" -> metrics.machines();
            case "migration" -> metrics.migration();
            case "storage" -> metrics.storage();
            case "network" -> metrics.network();
            default -> throw new IllegalArgumentException(service);
        }
        return metrics.text.toString();
    }

    private void common(String service) {
        type("novacron_service_availability", "gauge");
        sample("novacron_service_availability", "service=\"" + service + "\"", 1);
        type("novacron_health_check_status", "gauge");
        sample("novacron_health_check_status", "component=\"" + service + "\"", service.equals("storage") ? 0 : 1);
        type("process_resident_memory_bytes", "gauge");
        sample("process_resident_memory_bytes", "", wave(2.2e8 * number, 2e7, 600));
        type("process_cpu_seconds_total", "counter");
        sample("process_cpu_seconds_total", "", seconds * 0.07 * number);
    }

    private void frontend() {
        type("novacron_websocket_connections_active", "gauge");
        sample(
                "novacron_websocket_connections_active",
                "endpoint=\"/ws/events/v1\",client_type=\"web\"",
                wave(140, 30, 900));
        requests("GET", "/dashboard", 22, 0.01);
        requests("POST", "/login", 1.5, 0.03);
    }

    private void api() {
        requests("GET", "/api/vms", 35, 0.004);
        requests("GET", "/api/vms/{id}", 18, 0.004);
        requests("POST", "/api/vms", 1.2, 0.07);
        type("novacron_api_request_duration_seconds", "histogram");
        histogram("novacron_api_request_duration_seconds", "method=\"GET\",endpoint=\"/api/vms\"", 35, 0.04);
        histogram("novacron_api_request_duration_seconds", "method=\"POST\",endpoint=\"/api/vms\"", 1.2, 0.3);
        type("novacron_database_connections_active", "gauge");
        sample("novacron_database_connections_active", "", Math.floor(wave(38, 9, 300)));
        type("novacron_database_connection_pool_size", "gauge");
        sample("novacron_database_connection_pool_size", "", 50);
    }

    private void auth() {
        String name = "novacron_authentication_events_total";
        type(name, "counter");
        sample(name, "event_type=\"login\",status=\"success\",source=\"web\"", Math.floor(seconds * 1.4));
        sample(name, "event_type=\"login\",status=\"failed\",source=\"web\"", Math.floor(seconds * 0.9));
        sample(name, "event_type=\"session\",status=\"success\",source=\"api\"", Math.floor(seconds * 42));
    }

    private void scheduler() {
        type("novacron_system_load_average", "gauge");
        for (int node = 0; node < Estate.NODES; node++) {
            String labels = "node_id=\"%s\",period=\"5m\"".formatted(Estate.node(node));
            sample("novacron_system_load_average", labels, wave(3 + node, 1.5, 700 + 40.0 * node));
        }
        type("dwcp_system_component_health", "gauge");
        sample("dwcp_system_component_health", "cluster=\"eu-west\",node=\"node-eu-01\",component=\"consensus\"", 2);
    }

    private void machines() {
        type("novacron_vms_total", "gauge");
        sample("novacron_vms_total", "state=\"running\"", Math.floor(wave(412, 8, 1_200)));
        sample("novacron_vms_total", "state=\"stopped\"", 63);
        sample("novacron_vms_total", "state=\"migrating\"", Math.floor(wave(3, 2.9, 400)));
        sample("novacron_vms_total", "state=\"failed\"", 4);
        type("novacron_vm_operations_total", "counter");
        for (String operation : new String[] {"create", "start", "stop", "delete", "backup"}) {
            String labels = "operation=\"" + operation + "\",status=";
            sample("novacron_vm_operations_total", labels + "\"success\"", Math.floor(seconds * 0.2));
            sample("novacron_vm_operations_total", labels + "\"failed\"", Math.floor(seconds * 0.011));
        }
        type("novacron_system_cpu_usage_percent", "gauge");
        type("novacron_vm_cpu_usage_percent", "gauge");
        for (int node = 0; node < Estate.NODES; node++) {
            String place = "node_id=\"" + Estate.node(node) + "\"";
            sample(
                    "novacron_system_cpu_usage_percent",
                    place + ",cpu=\"all\"",
                    wave(40 + 6.0 * node, 9, 500 + 60.0 * node));
            String machine = "vm_id=\"vm-%04d\",vm_name=\"web-%d\",tenant_id=\"tenant-a\",".formatted(node, node);
            sample("novacron_vm_cpu_usage_percent", machine + place, wave(35, 20, 300 + 50.0 * node));
        }
    }

    private void migration() {
        type("novacron_migrations_active", "gauge");
        sample("novacron_migrations_active", "", Math.floor(wave(3, 2.9, 400)));
        type("novacron_vm_migrations_total", "counter");
        for (int node = 0; node < Estate.NODES; node++) {
            String labels = "source_node=\"%s\",target_node=\"%s\",migration_type=\"live\",status="
                    .formatted(Estate.node(node), Estate.node(node + 1));
            sample("novacron_vm_migrations_total", labels + "\"success\"", Math.floor(seconds * 0.012));
            sample("novacron_vm_migrations_total", labels + "\"failed\"", Math.floor(seconds * 0.001 * node));
        }
    }

    private void storage() {
        type("novacron_storage_usage_bytes", "gauge");
        type("novacron_storage_iops", "gauge");
        type("novacron_storage_latency_seconds", "histogram");
        for (int node = 0; node < 3; node++) {
            String place = "tier=\"hot\",node_id=\"" + Estate.node(node) + "\"";
            sample("novacron_storage_usage_bytes", place, 4e12 + seconds * 2e5 * (node + 1));
            sample("novacron_storage_iops", place + ",operation=\"write\"", wave(2_400, 500, 240));
            histogram("novacron_storage_latency_seconds", place + ",operation=\"write\"", 60, node == 1 ? 0.3 : 0.03);
        }
    }

    private void network() {
        type("novacron_network_packet_loss_rate", "gauge");
        type("novacron_network_bandwidth_bytes_per_second", "gauge");
        type("novacron_overlay_connections", "gauge");
        for (int node = 0; node < Estate.NODES; node++) {
            String own = "node_id=\"" + Estate.node(node) + "\"";
            String link = "source_node=\"%s\",target_node=\"%s\"".formatted(Estate.node(node), Estate.node(node + 1));
            sample("novacron_network_packet_loss_rate", link, node == 4 ? 0.021 : 0.0001 * node);
            String uplink = own + ",interface=\"bond0\",direction=\"out\"";
            sample("novacron_network_bandwidth_bytes_per_second", uplink, wave(4e8, 1e8, 200));
            sample("novacron_overlay_connections", "overlay_type=\"vxlan\"," + own, 5);
        }
    }

    private void requests(String method, String endpoint, double perSecond, double failing) {
        String name = "novacron_api_requests_total";
        if (text.indexOf("# TYPE " + name + " ") < 0) {
            type(name, "counter");
        }
        String labels = "method=\"%s\",endpoint=\"%s\",status=".formatted(method, endpoint);
        sample(name, labels + "\"200\"", Math.floor(seconds * perSecond * (1 - failing)));
        sample(name, labels + "\"500\"", Math.floor(seconds * perSecond * failing));
    }

    /** Observations at a rate, spread exponentially around a mean. */
    private void histogram(String name, String labels, double perSecond, double mean) {
        double count = Math.floor(seconds * perSecond);
        for (double bound : BOUNDS) {
            double below = Math.floor(count * (1 - Math.exp(-bound / mean)));
            sample(name + "_bucket", labels + ",le=\"" + bound + "\"", below);
        }
        sample(name + "_bucket", labels + ",le=\"+Inf\"", count);
        sample(name + "_sum", labels, count * mean);
        sample(name + "_count", labels, count);
    }

    private double wave(double middle, double height, double period) {
        return middle + height * Math.sin(2 * Math.PI * (seconds + 37 * number) / period);
    }

    private void type(String name, String type) {
        text.append("# TYPE ").append(name).append(' ').append(type).append('\n');
    }

    private void sample(String name, String labels, double value) {
        text.append(name);
        if (!labels.isEmpty()) {
            text.append('{').append(labels).append('}');
        }
        text.append(String.format(Locale.ROOT, " %.12g\n", value));
    }
}
