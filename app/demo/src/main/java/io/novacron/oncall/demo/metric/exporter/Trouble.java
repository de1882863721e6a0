package io.novacron.oncall.demo.metric.exporter;

import io.novacron.oncall.demo.metric.page.Site;
import io.novacron.oncall.demo.metric.signal.Signal;
import io.novacron.oncall.demo.platform.Instance;
import io.novacron.oncall.demo.platform.Service;
import io.novacron.oncall.demo.world.Aspect;
import io.novacron.oncall.demo.world.Place;
import io.novacron.oncall.demo.world.Pulses;
import java.util.List;

/** How unwell a service of the cluster is, as those see it who depend on it. */
final class Trouble {

    /** From this share of failing calls on, and from this many seconds more per call on, a health check fails. */
    private static final double FAILING = 0.2;

    private static final double SLOW = 1;

    private Trouble() {}

    /** The share of calls that fail, 0 to 1: errors, and processes that do not answer. */
    static Signal of(Site site, Service service) {
        Pulses errors = site.at(Aspect.ERRORS, service);
        List<Pulses> down = downs(site, service);
        int all = site.cluster().instancesOf(service).size();
        return time -> Math.min(1, errors.at(time) + gone(down, time) / all);
    }

    /** 1, or 0 while any process is down or calls fail or are slow. */
    static Signal health(Site site, Service service) {
        Pulses errors = site.at(Aspect.ERRORS, service);
        Pulses latency = site.at(Aspect.LATENCY, service);
        List<Pulses> down = downs(site, service);
        return time -> errors.at(time) >= FAILING || latency.at(time) >= SLOW || gone(down, time) > 0 ? 0 : 1;
    }

    /** The same of one process, as it sees itself. */
    static Signal ownHealth(Site site) {
        Pulses errors = site.pulses(Aspect.ERRORS);
        Pulses latency = site.pulses(Aspect.LATENCY);
        return time -> errors.at(time) >= FAILING || latency.at(time) >= SLOW ? 0 : 1;
    }

    /** Down pulses of those processes that incidents ever stopped. */
    static List<Pulses> downs(Site site, Service service) {
        return site.cluster().instancesOf(service).stream()
                .map(instance -> down(site, instance))
                .filter(pulses -> !pulses.none())
                .toList();
    }

    static Pulses down(Site site, Instance instance) {
        return site.world().pulses(Aspect.DOWN, Place.of(instance));
    }

    static double gone(List<Pulses> downs, double time) {
        int gone = 0;
        for (Pulses down : downs) {
            gone += down.at(time) >= 0.5 ? 1 : 0;
        }
        return gone;
    }
}
