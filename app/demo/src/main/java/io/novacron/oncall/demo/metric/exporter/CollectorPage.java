package io.novacron.oncall.demo.metric.exporter;

import io.novacron.oncall.demo.metric.page.Page;
import io.novacron.oncall.demo.metric.page.Site;
import io.novacron.oncall.demo.metric.signal.Signal;
import io.novacron.oncall.demo.platform.Call;
import io.novacron.oncall.demo.platform.Service;
import io.novacron.oncall.demo.world.Aspect;
import io.novacron.oncall.demo.world.Pulses;

/** The OpenTelemetry collector: spans in, spans out, and what waits while the trace backend is slow. */
final class CollectorPage {

    private static final double QUEUE = 1_000;
    /** One trace in ten is kept. */
    private static final double SAMPLED = 0.1;

    private CollectorPage() {}

    static void write(Page page, Site site) {
        double spans = 0;
        for (Service service : Service.values()) {
            spans += site.world().requestRate(site.cluster().name(), service)
                    * (1 + Call.from(service).size());
        }
        double rate = spans * SAMPLED;
        Pulses delay = site.wide(Aspect.BACKEND_DELAY);
        Signal lost = time -> Math.min(0.5, 0.05 * delay.at(time));
        String[] receiver = {"receiver", "otlp", "transport", "grpc"};
        String[] exporter = {"exporter", "otlp/jaeger"};
        page.counter("otelcol_receiver_accepted_spans_total", "Spans accepted.", site.count(rate), receiver);
        page.counter("otelcol_receiver_refused_spans_total", "Spans refused.", Signal.of(0), receiver);
        page.counter(
                "otelcol_exporter_sent_spans_total",
                "Spans sent.",
                site.share(rate, time -> 1 - lost.at(time), delay),
                exporter);
        page.counter(
                "otelcol_exporter_send_failed_spans_total",
                "Spans that could not be sent.",
                site.share(rate, lost, delay),
                exporter);
        Signal waiting = site.busy("queue", 6, 0.5, 30);
        page.gauge(
                "otelcol_exporter_queue_size",
                "Batches that wait to be sent.",
                time -> Math.floor(Math.min(QUEUE, waiting.at(time) + 180 * delay.at(time))),
                exporter);
        page.gauge("otelcol_exporter_queue_capacity", "Most batches that may wait.", Signal.of(QUEUE), exporter);
        page.gauge(
                "otelcol_process_memory_rss_bytes",
                "Resident memory of the collector.",
                site.wander("rss", 3.1e8, 0.05, 600).floor());
        page.counter(
                "otelcol_process_uptime_seconds_total",
                "Seconds since the start.",
                time -> time - site.starts().before(time));
    }
}
