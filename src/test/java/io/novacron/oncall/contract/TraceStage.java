package io.novacron.oncall.contract;

import io.novacron.oncall.core.time.Clock;
import io.novacron.oncall.demo.http.Loopback;
import io.novacron.oncall.demo.jaeger.JaegerBackend;
import io.novacron.oncall.demo.platform.Platform;
import io.novacron.oncall.demo.world.Timeline;
import io.novacron.oncall.demo.world.World;
import io.novacron.oncall.servers.Http;
import io.novacron.oncall.servers.JaegerServer;
import io.novacron.oncall.servers.Servers;
import java.io.IOException;
import java.net.URI;
import java.util.List;

/** A Jaeger that knows no traces but those it is sent: a real one, or the estate's without a platform. */
record TraceStage(URI url, URI otlpUrl, Runnable ending) implements AutoCloseable {

    /** Which Jaeger. */
    enum Kind {
        JAEGER_1_48,
        JAEGER_1_62,
        ESTATE
    }

    static TraceStage open(Kind kind) {
        return switch (kind) {
            case JAEGER_1_48 -> real(Servers.JAEGER_1_48);
            case JAEGER_1_62 -> real(Servers.JAEGER_1_62);
            case ESTATE -> estate();
        };
    }

    /** Sends one OTLP request in JSON. */
    void post(String json) throws IOException {
        Http.post(URI.create(otlpUrl + "/v1/traces"), json).ok();
    }

    @Override
    public void close() {
        ending.run();
    }

    private static TraceStage real(Servers version) {
        JaegerServer server = JaegerServer.start(version);
        return new TraceStage(server.url(), server.otlpUrl(), server::close);
    }

    private static TraceStage estate() {
        World empty = new World(new Platform(1, List.of(), List.of()), Timeline.QUIET);
        Loopback served = new Loopback(0, new JaegerBackend(() -> empty, Clock.system()), Clock.system());
        return new TraceStage(served.uri(), served.uri(), served::close);
    }
}
