package io.novacron.oncall.differential;

import io.novacron.oncall.core.alert.Labels;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Two hours of made-up samples with all that is difficult: resets, gaps, late births, NaN, infinities, odd distances, odd names. */
final class PromqlSamples {

    static final long LENGTH = 7_200_000;
    private static final long SCRAPE = 15_000;

    private final MemoryStore store;
    private final long start;
    private final Random random;

    private PromqlSamples(MemoryStore store, long start, long seed) {
        this.store = store;
        this.start = start;
        this.random = new Random(seed);
    }

    static void fill(MemoryStore store, long start, long seed) {
        PromqlSamples samples = new PromqlSamples(store, start, seed);
        samples.counters();
        samples.gauges();
        samples.histograms();
        samples.oddities();
    }

    /** The store in OpenMetrics text, for promtool. */
    static String openMetrics(MemoryStore store) {
        StringBuilder text = new StringBuilder();
        store.series()
                .forEach((labels, samples) -> samples.forEach((time, value) -> {
                    text.append('{');
                    labels.byName().forEach((name, content) -> {
                        if (name.equals("__name__")) {
                            text.append('"').append(content).append('"');
                        }
                    });
                    labels.byName().forEach((name, content) -> {
                        if (!name.equals("__name__")) {
                            text.append(",\"")
                                    .append(name)
                                    .append("\"=\"")
                                    .append(content)
                                    .append('"');
                        }
                    });
                    text.append("} ")
                            .append(number(value))
                            .append(' ')
                            .append(String.format("%d.%03d", time / 1000, time % 1000))
                            .append('\n');
                }));
        return text.append("# EOF\n").toString();
    }

    private static String number(double value) {
        return Double.isInfinite(value) ? (value > 0 ? "+Inf" : "-Inf") : Double.toString(value);
    }

    private void counters() {
        for (String instance : List.of("a", "b", "c")) {
            for (String code : List.of("200", "404", "500")) {
                double value = 0;
                for (long at = instance.equals("c") ? LENGTH / 3 : 0; at <= LENGTH; at += SCRAPE) {
                    value = random.nextInt(97) == 0 ? random.nextInt(20) : value + random.nextInt(40);
                    boolean gap = instance.equals("b") && at > 1_800_000 && at < 2_700_000;
                    if (!gap) {
                        put("requests_total", at, value, "instance", instance, "code", code, "job", "api");
                    }
                }
            }
        }
    }

    private void gauges() {
        for (String place : List.of("kitchen", "attic", "cellar", "roof")) {
            double value = 20 + random.nextInt(10);
            for (long at = 0; at <= LENGTH; at += SCRAPE) {
                value += random.nextGaussian();
                put("temperature", at, oddValue(place, value), "place", place, "job", "house");
                put("limit", at, 21 + (place.length() % 3), "place", place);
            }
        }
        for (long at = 0; at <= LENGTH; at += 7 * 60_000) {
            put("sparse", at, at / 1e6, "kind", "slow");
        }
        long at = 0;
        while (at < LENGTH) {
            at += 1 + random.nextInt(60_000);
            put("irregular", at, random.nextDouble() * 1000 - 500, "kind", "odd");
        }
    }

    private double oddValue(String place, double value) {
        return switch (random.nextInt(place.equals("roof") ? 12 : 400)) {
            case 0 -> Double.NaN;
            case 1 -> place.equals("roof") ? Double.POSITIVE_INFINITY : value;
            case 2 -> place.equals("roof") ? Double.NEGATIVE_INFINITY : value;
            default -> Math.rint(value * 1000) / 1000;
        };
    }

    private void histograms() {
        for (String instance : List.of("a", "b")) {
            Map<String, Double> counts = new TreeMap<>();
            for (long at = 0; at <= LENGTH; at += SCRAPE) {
                double below = 0;
                for (String bound : List.of("0.1", "0.5", "1", "2.5", "10", "+Inf")) {
                    below += random.nextInt(bound.equals("2.5") ? 9 : 4);
                    double count = counts.merge(bound, below, Double::sum);
                    put("latency_seconds_bucket", at, count, "instance", instance, "le", bound);
                    if (!bound.equals("+Inf")) {
                        put("endless_bucket", at, count, "instance", instance, "le", bound);
                    }
                    put("crooked_bucket", at, count - random.nextInt(50), "instance", instance, "le", bound);
                }
            }
        }
    }

    private void oddities() {
        for (long at = 0; at <= LENGTH; at += SCRAPE) {
            put("info", at, 1, "instance", "a", "version", "1.0", "owner", "red");
            put("info", at, 1, "instance", "b", "version", "1.1", "owner", "");
            put("info", at, 1, "instance", "c", "version", at < LENGTH / 2 ? "1.0" : "2.0");
            put("utf8.metric", at, at / 1000.0, "my.label", "ü x", "plain", "yes");
            put("moment", at, start / 1000.0 + at * 977.0, "zone", "far");
            put("moment", at, -(at * 977.0), "zone", "past");
            put("twin_a", at, (double) at, "side", "x");
            put("twin_b", at, at + 1.0, "side", "x");
            put("huge", at, at / SCRAPE % 2 == 0 ? 1e16 : -1e16 + 2, "kind", "cancelling");
            put("huge", at, 1.7e308, "kind", "overflowing");
            put("constant", at, 5, "kind", "flat");
            put("zero", at, 0, "kind", "flat");
            put("unit", at, (at / 15_000 % 21 - 10) / 10.0, "kind", "sweep");
            put("level", at, Math.floor(at / 600_000.0), "floor", "1", "wing", "north");
            put("level", at, Math.floor(at / 900_000.0), "floor", "2", "wing", "north");
            put("level", at, Math.floor(at / 600_000.0), "floor", "1", "wing", "south");
        }
    }

    private void put(String name, long at, double value, String... labels) {
        Map<String, String> all = new TreeMap<>();
        all.put("__name__", name);
        for (int i = 0; i < labels.length; i += 2) {
            if (!labels[i + 1].isEmpty()) {
                all.put(labels[i], labels[i + 1]);
            }
        }
        store.put(Labels.of(all), start + at, value);
    }
}
