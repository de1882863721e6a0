package io.novacron.oncall.demo.metric.page;

import io.novacron.oncall.core.alert.Labels;
import io.novacron.oncall.demo.metric.signal.Signal;
import io.novacron.oncall.demo.metric.signal.Timing;
import io.novacron.oncall.demo.world.Starts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.function.DoublePredicate;

/** All that one target exposes, in the order of its families. Labels are given as name, value, name, value … */
public final class Page {

    public static final String NAME = "__name__";

    private final Map<String, String> target;
    private final SequencedMap<String, Family> families = new LinkedHashMap<>();

    /** One family with its lasting and its passing series. */
    public record Family(MetricFamily about, List<Series> series, List<Passing> passing) {}

    /** @param target labels of the target; a label of the same name on a metric becomes {@code exported_…}, as in Prometheus */
    public Page(Labels target) {
        this.target = target.byName();
    }

    public Page gauge(String name, String help, Signal signal, String... labels) {
        family(name, MetricType.GAUGE, help).series().add(series(name, signal, Page::always, labels));
        return this;
    }

    /** What is counted in whole things. */
    public Page counter(String name, String help, Signal signal, String... labels) {
        return sum(name, help, signal.floor(), labels);
    }

    /** A counter of seconds or of other amounts that come in parts. */
    public Page sum(String name, String help, Signal signal, String... labels) {
        family(name, MetricType.COUNTER, help).series().add(series(name, signal, Page::always, labels));
        return this;
    }

    /**
     * A classic histogram with a series for each bound.
     *
     * @param bounds upper ones, ascending, without the infinite one
     */
    public Page histogram(String name, String help, Timing timing, double[] bounds, String... labels) {
        List<Series> series = family(name, MetricType.HISTOGRAM, help).series();
        for (double bound : bounds) {
            series.add(bucket(name, timing.below(bound), Double.toString(bound), labels));
        }
        Signal count = timing.count();
        series.add(bucket(name, count, "+Inf", labels));
        series.add(series(name + "_sum", timing.sum(), Page::always, labels));
        series.add(series(name + "_count", count, Page::always, labels));
        return this;
    }

    /** A gauge with the version that runs as a label: each deployment begins another series. */
    public Page versions(String name, String help, Starts starts, Signal signal, String... labels) {
        return passing(name, MetricType.GAUGE, help, new Versions(this, name, starts, signal, labels));
    }

    /** Series that come and go; make them with {@link #series}. */
    public Page passing(String name, MetricType type, String help, Passing passing) {
        family(name, type, help).passing().add(passing);
        return this;
    }

    public Series series(String name, Signal signal, DoublePredicate present, String... labels) {
        Map<String, String> all = new TreeMap<>(target);
        all.put(NAME, name);
        for (int i = 0; i < labels.length; i += 2) {
            all.put(target.containsKey(labels[i]) ? "exported_" + labels[i] : labels[i], labels[i + 1]);
        }
        return new Series(Labels.of(all), signal, present);
    }

    public List<Family> families() {
        return List.copyOf(families.values());
    }

    private static boolean always(@SuppressWarnings("unused") double time) {
        return true;
    }

    private Series bucket(String name, Signal signal, String bound, String... labels) {
        String[] all = new String[labels.length + 2];
        System.arraycopy(labels, 0, all, 0, labels.length);
        all[labels.length] = "le";
        all[labels.length + 1] = bound;
        return series(name + "_bucket", signal, Page::always, all);
    }

    private Family family(String name, MetricType type, String help) {
        return families.computeIfAbsent(
                name, _ -> new Family(new MetricFamily(name, type, help), new ArrayList<>(), new ArrayList<>()));
    }
}
