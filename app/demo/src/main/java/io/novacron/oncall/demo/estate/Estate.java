package io.novacron.oncall.demo.estate;

import io.novacron.oncall.core.time.Clock;
import io.novacron.oncall.demo.platform.Platform;
import io.novacron.oncall.demo.rule.ShippedRunbooks;
import io.novacron.oncall.demo.scenario.Scenario;
import io.novacron.oncall.demo.world.Incident;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A simulated NovaCron with everything that watches it: Prometheus, Alertmanager, Elasticsearch and Jaeger, each behind its real
 * protocol on 127.0.0.1. Once open, alerts already fire and time goes on. Any thread.
 */
public final class Estate implements AutoCloseable {

    private static final Duration RETENTION = Duration.ofDays(31);

    /** A scenario that runs already when the estate opens, and for how long. */
    public record Begun(Scenario scenario, Duration ago) {}

    /**
     * What to open.
     *
     * @param seed of everything that is drawn by chance
     * @param basePort the first of consecutive ports; 0 for any free ones
     * @param operator who sits at the console
     * @param scrape whether a real Prometheus may scrape it, too
     */
    public record Options(long seed, List<Begun> begun, int basePort, String operator, boolean scrape) {

        public Options {
            begun = List.copyOf(begun);
        }
    }

    private final long seed;
    private final Scenes scenes;
    private final ConfigFolder folder;
    private final List<EstateSource> sources;
    private final Path config;
    private final Optional<Path> scrapeConfig;
    private final Addresses addresses;
    private final Backends backends;
    private final Heart heart;

    private Estate(Options options, Clock clock, Addresses addresses, ConfigFolder folder) {
        this.addresses = addresses;
        this.folder = folder;
        seed = options.seed();
        Past past = Past.of(options.begun(), clock.now());
        EstateClock time = new EstateClock(clock, past.start());
        Platform platform = Platform.of(seed);
        scenes = new Scenes(platform, options.begun(), clock);
        backends = new Backends(platform, scenes, past.start().minus(RETENTION), addresses, time);
        sources = backends.sources();
        config = folder.config(sources, options.operator());
        folder.runbooks(ShippedRunbooks.byAlert());
        scrapeConfig = options.scrape() ? Optional.of(scrape(platform, time)) : Optional.empty();
        heart = new Heart(backends, scenes, time);
        heart.catchUp(past);
        heart.beat();
    }

    /**
     * Opens an estate and returns once it serves and alerts fire, after some seconds.
     *
     * @throws java.io.UncheckedIOException if a port is taken or no file can be written
     */
    public static Estate open(Options options, Clock clock) {
        Addresses addresses = new Addresses(options.basePort(), clock);
        ConfigFolder folder = new ConfigFolder();
        try {
            return new Estate(options, clock, addresses, folder);
        } catch (RuntimeException e) {
            addresses.close();
            folder.close();
            throw e;
        }
    }

    public long seed() {
        return seed;
    }

    /** A configuration file of the console for this estate; it is gone once the estate is closed. */
    public Path config() {
        return config;
    }

    /** A {@code prometheus.yml} that scrapes every exporter, where that was asked for; it goes with the estate, too. */
    public Optional<Path> scrapeConfig() {
        return scrapeConfig;
    }

    public List<EstateSource> sources() {
        return sources;
    }

    /** By cluster, where the health endpoints of its processes are: {@code URL/health}, {@code URL/api-0/health/ready}. */
    public Map<String, URI> health() {
        return backends.health();
    }

    /** The scenarios that run now. */
    public List<Incident> running() {
        return scenes.running();
    }

    /** Begins a scenario now; nothing happens where it runs. @throws IllegalArgumentException if there is none of this name */
    public void start(String scenario) {
        scenes.start(scenario);
    }

    /** Ends a scenario now; nothing happens where it does not run. */
    public void stop(String scenario) {
        scenes.stop(scenario);
    }

    /** Frees the ports and removes what was written. */
    @Override
    public void close() {
        heart.close();
        addresses.close();
        backends.close();
        folder.close();
    }

    private Path scrape(Platform platform, Clock time) {
        ScrapeFeed feed = new ScrapeFeed(platform.clusters(), scenes, time);
        return folder.write(
                "prometheus.yml", feed.configuration(addresses.serve(feed).uri()));
    }
}
