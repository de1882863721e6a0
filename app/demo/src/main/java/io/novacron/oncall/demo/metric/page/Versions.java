package io.novacron.oncall.demo.metric.page;

import io.novacron.oncall.demo.metric.signal.Signal;
import io.novacron.oncall.demo.world.Starts;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** One series for each version that ever ran. */
final class Versions implements Passing {

    private final Page page;
    private final String name;
    private final Starts starts;
    private final Signal signal;
    private final String[] labels;
    private final Map<String, Series> known = new ConcurrentHashMap<>();

    Versions(Page page, String name, Starts starts, Signal signal, String... labels) {
        this.page = page;
        this.name = name;
        this.starts = starts;
        this.signal = signal;
        this.labels = labels;
    }

    @Override
    public List<Series> between(double from, double to) {
        Set<String> versions = new TreeSet<>();
        double time = to;
        while (time >= from) {
            versions.add(starts.version(time));
            time = Math.nextDown(starts.before(time));
        }
        versions.add(starts.version(from));
        return versions.stream()
                .map(version -> known.computeIfAbsent(version, this::series))
                .toList();
    }

    @Override
    public int present(double time) {
        return 1;
    }

    private Series series(String version) {
        String[] all = Arrays.copyOf(labels, labels.length + 2);
        all[labels.length] = "version";
        all[labels.length + 1] = version;
        return page.series(name, signal, time -> starts.version(time).equals(version), all);
    }
}
