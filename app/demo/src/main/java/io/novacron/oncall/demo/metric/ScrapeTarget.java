package io.novacron.oncall.demo.metric;

import io.novacron.oncall.core.alert.Labels;
import io.novacron.oncall.demo.world.Noise;
import io.novacron.oncall.demo.world.Pulses;
import java.time.Duration;
import java.time.Instant;

/** One target of one replica of Prometheus, with its health at any time. */
public final class ScrapeTarget {

    private final Labels labels;
    private final long interval;
    private final long offset;
    private final Pulses down;
    private final long key;

    /**
     * @param labels {@code job}, {@code instance} and more
     * @param down the process or its machine
     * @param key another one for each replica
     */
    ScrapeTarget(Labels labels, Duration interval, Pulses down, long key) {
        this.labels = labels;
        this.interval = interval.toMillis();
        this.down = down;
        this.key = Noise.key(key, instance());
        this.offset = (long) (Noise.unit(this.key, 0) * this.interval);
    }

    public String job() {
        return labels.get("job");
    }

    /** Host and port. */
    public String instance() {
        return labels.get("instance");
    }

    /** All labels that the target adds to its series, {@code job} and {@code instance} among them. */
    public Labels labels() {
        return labels;
    }

    public String path() {
        return "/metrics";
    }

    public String url() {
        return "http://" + instance() + path();
    }

    public Duration interval() {
        return Duration.ofMillis(interval);
    }

    /** Whether it answers. */
    public boolean up(double epochSeconds) {
        return down.none() || down.at(epochSeconds) < 0.5;
    }

    /** When it was last asked, at a time. */
    public Instant lastScrape(double epochSeconds) {
        return Instant.ofEpochMilli(notAfter((long) (epochSeconds * 1e3)));
    }

    /** How many seconds the last scrape took, at a time. */
    public double lastDuration(double epochSeconds) {
        return duration(notAfter((long) (epochSeconds * 1e3)) / 1e3);
    }

    /** Why the last scrape failed, at a time; empty if it did not. */
    public String lastError(double epochSeconds) {
        return up(notAfter((long) (epochSeconds * 1e3)) / 1e3)
                ? ""
                : "Get \"" + url() + "\": dial tcp: connect: connection refused";
    }

    /** The newest time of a scrape that is not after {@code millis}. */
    long notAfter(long millis) {
        return Math.floorDiv(millis - offset, interval) * interval + offset;
    }

    long intervalMillis() {
        return interval;
    }

    double duration(double time) {
        double usual = 0.004 + 0.008 * Noise.unit(key, (long) time);
        return up(time) ? usual : 0.001;
    }
}
