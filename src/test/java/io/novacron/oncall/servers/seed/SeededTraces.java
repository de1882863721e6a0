package io.novacron.oncall.servers.seed;

import io.novacron.oncall.servers.seed.SeededSpan.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Three hundred traces of requests through the eight services over the last hour; six in a hundred fail. */
public final class SeededTraces {
    public static final int COUNT = 300;

    private static final Duration SPREAD = Duration.ofMinutes(59);
    private static final Duration YOUNGEST = Duration.ofSeconds(20);

    private final Random random = new Random(Estate.SEED);
    private final List<SeededSpan> spans = new ArrayList<>();
    private String traceId = "";

    private SeededTraces() {}

    /** All spans of all traces, the oldest trace first. */
    public static List<SeededSpan> spans(Instant now) {
        SeededTraces traces = new SeededTraces();
        for (int i = 0; i < COUNT; i++) {
            Duration age = YOUNGEST.plus(SPREAD.multipliedBy(COUNT - 1L - i).dividedBy(COUNT));
            traces.trace(i, now.minus(age));
        }
        return traces.spans;
    }

    private void trace(int number, Instant start) {
        traceId = hex(16);
        Journey journey = Journey.ALL.get(
                (int) Math.min(Journey.ALL.size() - 1.0, Math.abs(random.nextGaussian()) * Journey.ALL.size() / 2.2));
        boolean fails = number % 17 == 5;
        run(journey, null, "", start, fails);
    }

    /** Adds the spans of a step and of what it calls, and returns when its caller knows the answer. */
    private Instant run(Journey step, @Nullable Journey caller, String callerSpan, Instant start, boolean fails) {
        if (caller == null) {
            return work(step, callerSpan, Kind.SERVER, start, fails);
        }
        if (caller.service().equals(step.service())) {
            return work(step, callerSpan, Kind.INTERNAL, start, fails);
        }
        String id = hex(8);
        Instant answered = work(step, id, Kind.SERVER, start.plus(onTheWire()), fails);
        Instant received = answered.plus(onTheWire());
        Map<String, String> attributes = attributes(step, fails);
        attributes.put("peer.service", step.service());
        String error = fails ? step.failure() : "";
        spans.add(new SeededSpan(
                traceId,
                id,
                callerSpan,
                caller.service(),
                step.name(),
                Kind.CLIENT,
                start,
                received,
                error,
                attributes));
        return received;
    }

    private Instant work(Journey caller, String parent, Kind kind, Instant begin, boolean fails) {
        String id = hex(8);
        List<Journey> calls = caller.calls();
        // a failure comes from one of the calls or, if the number is one too high, from the caller itself
        int guilty = random.nextInt(calls.size() + 1);
        Instant clock = begin.plus(own(caller));
        for (int i = 0; i < calls.size(); i++) {
            Journey callee = calls.get(i);
            clock = run(callee, caller, id, clock, fails && i == guilty).plus(micros(50 + random.nextInt(400)));
        }
        Instant end = clock.plus(own(caller));
        String error = fails ? caller.failure() : "";
        spans.add(new SeededSpan(
                traceId,
                id,
                parent,
                caller.service(),
                caller.name(),
                kind,
                begin,
                end,
                error,
                attributes(caller, fails)));
        return end;
    }

    private Duration onTheWire() {
        return micros(200 + random.nextInt(700));
    }

    /** Half of the step's own time: mostly near the typical one, now and then many times as much. */
    private Duration own(Journey step) {
        double factor = 0.5 + random.nextDouble() + (random.nextInt(40) == 0 ? 6 : 0);
        return micros(Math.round(step.millis() * 500 * factor));
    }

    private Map<String, String> attributes(Journey step, boolean fails) {
        Map<String, String> attributes = new TreeMap<>();
        String name = step.name();
        attributes.put("environment", Estate.ENVIRONMENT);
        attributes.put("component", step.service());
        if (name.contains(" /")) {
            int blank = name.indexOf(' ');
            attributes.put("http.method", name.substring(0, blank));
            attributes.put("http.route", name.substring(blank + 1));
            attributes.put("http.status_code", fails ? "500" : "200");
        } else {
            attributes.put("operation", name);
        }
        if (name.startsWith("vm.")) {
            attributes.put("vm.id", "vm-%04d".formatted(random.nextInt(400)));
            attributes.put("vm.node_id", Estate.node(random.nextInt(Estate.NODES)));
        } else if (name.startsWith("storage.")) {
            attributes.put("storage.tier", random.nextInt(3) == 0 ? "warm" : "hot");
            attributes.put("storage.size", Integer.toString(4_096 << random.nextInt(8)));
        } else if (name.startsWith("auth.")) {
            attributes.put("user.id", "user-%02d".formatted(random.nextInt(30)));
        }
        return attributes;
    }

    private String hex(int bytes) {
        StringBuilder text = new StringBuilder(bytes * 2);
        for (int i = 0; i < bytes; i++) {
            text.append("%02x".formatted(random.nextInt(256)));
        }
        return text.toString();
    }

    private static Duration micros(long micros) {
        return Duration.ofNanos(micros * 1_000);
    }
}
