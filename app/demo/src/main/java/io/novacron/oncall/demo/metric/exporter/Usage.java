package io.novacron.oncall.demo.metric.exporter;

import io.novacron.oncall.demo.metric.page.Site;
import io.novacron.oncall.demo.metric.signal.Signal;
import io.novacron.oncall.demo.metric.signal.Wave;
import io.novacron.oncall.demo.platform.Node;
import io.novacron.oncall.demo.world.Aspect;
import io.novacron.oncall.demo.world.LoadCurve;
import io.novacron.oncall.demo.world.Noise;
import io.novacron.oncall.demo.world.Pulses;

/** Which shares of a node are used, 0 to 1: the same whoever tells it. */
record Usage(Signal cpu, Signal memory, Signal disk) {

    private static final double FULL = 0.995;
    private static final double WEEK = 604_800;

    static Usage of(Site site, Node node) {
        long key = Noise.key(site.world().platform().seed(), node.name());
        LoadCurve load = site.world().load(node.cluster());
        Pulses more = site.at(Aspect.LOAD, node);
        Wave cpuWave = new Wave(Noise.key(key, "cpu"), 0.12, 120);
        double cpu = 0.28 + 0.14 * Noise.unit(key, 1);
        Wave memoryWave = new Wave(Noise.key(key, "memory"), 0.03, 1_800);
        double memory = 0.46 + 0.16 * Noise.unit(key, 2);
        double disk = 0.45 + 0.12 * Noise.unit(key, 3);
        Pulses cpuAdded = site.at(Aspect.CPU, node);
        Pulses memoryAdded = site.at(Aspect.MEMORY, node);
        Pulses diskAdded = site.at(Aspect.DISK, node);
        return new Usage(
                time -> full(cpu * (load.at(time) + more.at(time)) * cpuWave.at(time) + cpuAdded.at(time)),
                time -> full(memory * memoryWave.at(time) + memoryAdded.at(time)),
                time -> full(disk + cleaned(time) + diskAdded.at(time)));
    }

    private static double full(double share) {
        return Math.clamp(share, 0, FULL);
    }

    /** What grows over the week until it is cleaned up on Thursday at midnight, as the weeks of 1970 begin. */
    private static double cleaned(double time) {
        return 0.03 * (time % WEEK) / WEEK;
    }
}
