package io.novacron.oncall.demo.metric.exporter;

import io.novacron.oncall.demo.metric.page.Site;
import io.novacron.oncall.demo.metric.signal.Signal;
import io.novacron.oncall.demo.metric.signal.Wave;
import io.novacron.oncall.demo.platform.Node;
import io.novacron.oncall.demo.platform.Vm;
import io.novacron.oncall.demo.world.LoadCurve;
import io.novacron.oncall.demo.world.Noise;
import java.util.List;

/**
 * How busy one guest, a VM, is: shares of its CPUs, memory and disk, 0 to 1, the same whoever tells it.
 *
 * @param cpuMean at load 1
 * @param traffic bytes per second that it receives at load 1
 */
record Guest(double cpuMean, Signal cpu, Signal memory, Signal disk, double traffic) {

    static List<Vm> of(Site site, Node node) {
        return site.cluster().vms().stream()
                .filter(vm -> vm.node().equals(node))
                .toList();
    }

    static Guest of(Site site, Vm vm) {
        if (SchedulerPage.state(vm).equals("stopped")) {
            return new Guest(0, Signal.of(0), Signal.of(0), Signal.of(0.4), 0);
        }
        long key = Noise.key(site.world().platform().seed(), vm.id());
        LoadCurve load = site.world().load(vm.node().cluster());
        double mean = 0.06 + 0.5 * Noise.unit(key, 1) * Noise.unit(key, 2);
        Wave wave = new Wave(key, 0.35, 90);
        Wave slow = new Wave(key + 1, 0.05, 1_200);
        return new Guest(
                mean,
                time -> Math.clamp(mean * load.at(time) * wave.at(time), 0, 1),
                slow.times(0.35 + 0.4 * Noise.unit(key, 3)),
                slow.times(0.3 + 0.35 * Noise.unit(key, 4)),
                vm.cpus() * 150_000 * (0.3 + Noise.unit(key, 5)));
    }
}
