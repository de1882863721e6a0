package io.novacron.oncall.servers.seed;

import io.novacron.oncall.servers.seed.SeededSpan.Kind;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Twenty thousand lines of the last hour: what the services say while they work on the seeded traces, and what they say
 * all day long. The newest line is from now.
 */
public final class SeededLogs {
    public static final int COUNT = 20_000;

    private static final Duration SPREAD = Duration.ofHours(1);
    private static final Duration TROUBLE = Duration.ofMinutes(20);

    private final Random random = new Random(Estate.SEED + 1);
    private final List<LogLine> lines = new ArrayList<>(COUNT);
    private final Instant now;

    private SeededLogs(Instant now) {
        this.now = now.truncatedTo(ChronoUnit.MILLIS);
    }

    public static List<LogLine> lines(Instant now, List<SeededSpan> spans) {
        SeededLogs logs = new SeededLogs(now);
        spans.stream().filter(span -> span.kind() != Kind.CLIENT).forEach(logs::work);
        int rest = COUNT - logs.lines.size();
        for (int i = 0; i < rest; i++) {
            logs.background(i, rest);
        }
        return logs.lines;
    }

    private void work(SeededSpan span) {
        long millis = Duration.between(span.start(), span.end()).toMillis();
        add(span, span.start(), "DEBUG", "%s started %s".formatted(span.name(), detail(span)), "");
        if (span.failed()) {
            add(span, span.end(), "ERROR", "%s failed: %s".formatted(span.name(), span.error()), stack(span));
        } else if (millis > 500) {
            add(span, span.end(), "WARN", "%s was slow: %d ms %s".formatted(span.name(), millis, detail(span)), "");
        } else {
            add(span, span.end(), "INFO", "%s done in %d ms %s".formatted(span.name(), millis, detail(span)), "");
        }
    }

    private void add(SeededSpan span, Instant time, String level, String message, String stack) {
        Instant rounded = time.truncatedTo(ChronoUnit.MILLIS);
        lines.add(new LogLine(rounded, level, span.service(), 0, message, span.traceId(), span.spanId(), stack));
    }

    private void background(int number, int of) {
        String service = Estate.SERVICES.get(number % Estate.SERVICES.size());
        Duration age = SPREAD.multipliedBy(of - 1L - number).dividedBy(of);
        // in the last twenty minutes writes are slow, so that errors gather where the alerts say they do
        boolean trouble = age.compareTo(TROUBLE) < 0 && (service.equals("storage") || service.equals("api"));
        int pod = random.nextInt(2);
        double dice = random.nextDouble() / (trouble ? 12 : 1);
        if (dice < 0.008) {
            lines.add(error(age, service, pod));
        } else if (dice < 0.035) {
            lines.add(warning(age, service, pod));
        } else {
            lines.add(random.nextInt(3) == 0 ? chatter(age, service, pod) : routine(age, service, pod));
        }
    }

    private LogLine error(Duration age, String service, int pod) {
        String peer = Estate.node(random.nextInt(Estate.NODES));
        String message = pick(
                "connection to " + peer + ":9000 refused",
                "request to postgres:5432 timed out after 5000 ms",
                "consensus round lost, " + peer + " did not vote",
                "write to tier hot timed out: replica on " + peer + " is behind");
        return line(age, "ERROR", service, pod, message);
    }

    private LogLine warning(Duration age, String service, int pod) {
        int number = 2 + random.nextInt(30);
        String message = pick(
                "retry " + number % 5 + " of 5 for redis-master:6379",
                "queue length " + number * 10 + " above 100",
                "clock differs by " + number + " ms from " + Estate.node(number),
                "slow query: " + number * 100 + " ms");
        return line(age, "WARN", service, pod, message);
    }

    private LogLine chatter(Duration age, String service, int pod) {
        int number = 1 + random.nextInt(90);
        String message = pick(
                "cache hit ratio 0." + (number + 9),
                "collected " + number + " MB in " + number % 20 + " ms",
                "lease renewed until " + now.minus(age).plusSeconds(30).truncatedTo(ChronoUnit.SECONDS));
        return line(age, "DEBUG", service, pod, message);
    }

    private LogLine routine(Duration age, String service, int pod) {
        int number = 1 + random.nextInt(90);
        String message = pick(
                "GET /healthz 200 in " + number % 9 + " ms",
                "heartbeat from " + Estate.node(number) + ": cpu " + number + " %, memory " + (number + 100) / 2 + " %",
                "reconciled " + number + " objects",
                "metrics scraped in " + number % 30 + " ms");
        return line(age, "INFO", service, pod, message);
    }

    private LogLine line(Duration age, String level, String service, int pod, String message) {
        return new LogLine(now.minus(age).truncatedTo(ChronoUnit.MILLIS), level, service, pod, message, "", "", "");
    }

    private String pick(String... texts) {
        return texts[random.nextInt(texts.length)];
    }

    private static String detail(SeededSpan span) {
        String vm = span.attributes().get("vm.id");
        String tier = span.attributes().get("storage.tier");
        if (vm != null) {
            return "vm=" + vm;
        }
        return tier == null ? "route=" + span.name().replace(' ', '_') : "tier=" + tier;
    }

    private static String stack(SeededSpan span) {
        return """
                operation failed: %s
                goroutine 4711 [running]:
                novacron/%s.(*Service).handle(0xc0004a2000)
                \t/src/backend/core/%s/service.go:214 +0x1d4
                novacron/rpc.(*Server).dispatch(0xc000112340)
                \t/src/backend/core/rpc/server.go:98 +0x88
                """.formatted(span.error(), span.service(), span.service());
    }
}
