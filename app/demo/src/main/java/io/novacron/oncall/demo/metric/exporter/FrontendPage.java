package io.novacron.oncall.demo.metric.exporter;

import io.novacron.oncall.demo.metric.page.Page;
import io.novacron.oncall.demo.metric.page.Site;
import java.util.List;

/** The frontend: who is connected. */
final class FrontendPage {

    private FrontendPage() {}

    static void write(Page page, Site site) {
        for (String endpoint : List.of("/ws/events/v1", "/ws/monitoring")) {
            for (String client : List.of("web", "cli")) {
                double mean = client.equals("web") ? 70 : 8;
                page.gauge(
                        "novacron_websocket_connections_active",
                        "Open WebSocket connections.",
                        site.busy(endpoint + client, mean, 0.1, 300).floor(),
                        "endpoint",
                        endpoint,
                        "client_type",
                        client);
            }
            page.counter(
                    "novacron_websocket_messages_sent_total",
                    "Messages sent to WebSocket clients.",
                    site.count(25),
                    "endpoint",
                    endpoint,
                    "message_type",
                    "event");
        }
        for (String tenant : site.world().platform().tenants()) {
            page.gauge(
                    "novacron_active_users",
                    "Users of a tenant that are logged in.",
                    site.busy(tenant, site.lot(tenant, 4, 30), 0.15, 600).floor(),
                    "tenant_id",
                    tenant);
        }
    }
}
