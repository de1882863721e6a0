package io.novacron.oncall.differential;

import static org.awaitility.Awaitility.await;

import io.novacron.oncall.core.alert.Labels;
import io.novacron.oncall.core.time.Clock;
import io.novacron.oncall.demo.http.Loopback;
import io.novacron.oncall.demo.platform.Platform;
import io.novacron.oncall.demo.prometheus.PrometheusReplica;
import io.novacron.oncall.demo.prometheus.ReplicaSettings;
import io.novacron.oncall.demo.prometheus.Scrapes;
import io.novacron.oncall.demo.rule.RuleFile;
import io.novacron.oncall.demo.world.Timeline;
import io.novacron.oncall.demo.world.World;
import io.novacron.oncall.servers.Http;
import io.novacron.oncall.servers.PrometheusConfig;
import io.novacron.oncall.servers.PrometheusServer;
import io.novacron.oncall.servers.Servers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A real Prometheus 3.8 and a replica of the estate with the same samples and rules, asked the same. */
final class PrometheusPair implements AutoCloseable {

    private final PrometheusServer real;
    private final PrometheusReplica replica;
    private final Loopback ours;

    private PrometheusPair(PrometheusServer real, PrometheusReplica replica, Loopback ours) {
        this.real = real;
        this.replica = replica;
        this.ours = ours;
    }

    /** What both answered to one request. */
    record Answers(String request, Http.Reply real, Http.Reply ours) {

        boolean differ() {
            return real.status() != ours.status()
                    || !real.contentType().equals(ours.contentType())
                    || !body(real).equals(body(ours));
        }

        /** What a parser says of a wrong text is left to it. */
        private static Object body(Http.Reply reply) {
            int parse = reply.body().indexOf("parse error: ");
            if (parse >= 0) {
                return reply.body().substring(0, parse).replaceFirst("(unknown position|[0-9]+:[0-9]+): $", "");
            }
            return reply.contentType().startsWith("application/json") ? reply.json() : reply.body();
        }

        @Override
        public String toString() {
            return request + "\n    real: " + shown(real) + "\n    ours: " + shown(ours);
        }

        private static String shown(Http.Reply reply) {
            String text = reply.status() + " " + reply.contentType() + " " + reply.body();
            return text.length() > 600 ? text.substring(0, 600) + "…" : text;
        }
    }

    static PrometheusPair start(MemoryStore samples, String rules) {
        Clock clock = Clock.system();
        Instant now = clock.now();
        Map<String, String> external = Map.of("cluster", "eu-west", "replica", "a");
        PrometheusServer real = PrometheusServer.start(
                Servers.PROMETHEUS_3_8,
                PrometheusConfig.empty()
                        .withHistory(PromqlSamples.openMetrics(samples))
                        .withRules(rules)
                        .withExternalLabels(external));
        World world = new World(Platform.of(1), Timeline.QUIET);
        PrometheusReplica replica = new PrometheusReplica(
                new ReplicaSettings(
                        "eu-west",
                        "a",
                        URI.create("http://prometheus.example"),
                        List.of(),
                        now.minus(Duration.ofDays(1))),
                Scrapes.of(samples),
                RuleFile.parse("rules.yml", rules, Duration.ofSeconds(1)),
                () -> world,
                alerts -> {},
                clock);
        return new PrometheusPair(real, replica, new Loopback(0, replica, clock));
    }

    /** Lets the rules of both be evaluated a few times. */
    void evaluate() {
        Instant now = Clock.system().now();
        for (int second = -5; second <= 0; second++) {
            replica.tick(now.plusSeconds(second));
        }
        await().atMost(Duration.ofSeconds(30)).until(() -> {
            Answers rules = get("/api/v1/rules");
            return !rules.real().body().contains("\"health\":\"unknown\"")
                    && rules.real().json().path("data").path("groups").size()
                            == rules.ours().json().path("data").path("groups").size();
        });
    }

    /** The path begins with a slash and is encoded. */
    Answers get(String path) {
        return asked("GET " + path, base -> Http.get(URI.create(base + path)));
    }

    Answers post(String path, String form) {
        return asked(
                "POST " + path + " " + form,
                base -> Http.post(URI.create(base + path), "application/x-www-form-urlencoded", form));
    }

    Answers delete(String path) {
        return asked("DELETE " + path, base -> Http.delete(URI.create(base + path)));
    }

    static Labels labels(String... pairs) {
        Map<String, String> labels = new TreeMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            labels.put(pairs[i], pairs[i + 1]);
        }
        return Labels.of(labels);
    }

    private interface Call {
        Http.Reply to(URI base) throws IOException;
    }

    private Answers asked(String request, Call call) {
        try {
            return new Answers(request, call.to(real.url()), call.to(ours.uri()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        ours.close();
        real.close();
    }
}
