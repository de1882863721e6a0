package io.novacron.oncall.demo.metric.exporter;

import io.novacron.oncall.demo.metric.page.Page;
import io.novacron.oncall.demo.metric.page.Passing;
import io.novacron.oncall.demo.metric.page.Series;
import io.novacron.oncall.demo.metric.page.Site;
import io.novacron.oncall.demo.metric.signal.Wave;
import io.novacron.oncall.demo.platform.Instance;
import io.novacron.oncall.demo.platform.Service;
import io.novacron.oncall.demo.world.Aspect;
import io.novacron.oncall.demo.world.Pulses;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The streams of a node that have trouble, each a series of its own: tens of thousands in a storm, none otherwise. The streams of
 * a cluster are dealt out to its nodes in turn.
 */
final class StreamErrors implements Passing {

    static final String NAME = "dwcp_amst_stream_errors";

    private final Page page;
    private final Site site;
    private final Instance instance;
    private final Pulses level;
    private final int nodes;
    private final List<Series> known = new ArrayList<>();

    StreamErrors(Page page, Site site, Instance instance) {
        this.page = page;
        this.site = site;
        this.instance = instance;
        this.level = site.at(Aspect.STREAMS, Service.HYPERVISOR);
        this.nodes = site.cluster().nodes().size();
    }

    @Override
    public List<Series> between(double from, double to) {
        if (level.none()) {
            return List.of();
        }
        int most = mine(level.most(from, to));
        return most == 0 ? List.of() : first(most);
    }

    @Override
    public int present(double time) {
        return level.none() ? 0 : mine(level.at(time));
    }

    private int mine(double streams) {
        return (int) Math.max(0, Math.ceil((streams - instance.ordinal()) / nodes));
    }

    private synchronized List<Series> first(int count) {
        while (known.size() < count) {
            known.add(stream(known.size() * nodes + instance.ordinal()));
        }
        return List.copyOf(known.subList(0, count));
    }

    private Series stream(int number) {
        String id = String.format(Locale.ROOT, "st-%05d", number);
        return page.series(
                NAME,
                new Wave(site.key(id), 0.5, 30).times(4),
                time -> level.at(time) > number,
                "cluster",
                instance.cluster(),
                "node",
                instance.node().name(),
                "stream_id",
                id);
    }
}
