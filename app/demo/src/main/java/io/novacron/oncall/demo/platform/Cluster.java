package io.novacron.oncall.demo.platform;

import java.util.List;

/** One region of NovaCron, watched by Prometheus servers and Alertmanagers of its own. */
public record Cluster(String name, List<Node> nodes, List<Instance> instances, List<Vm> vms) {

    public Cluster {
        nodes = List.copyOf(nodes);
        instances = List.copyOf(instances);
        vms = List.copyOf(vms);
    }

    public List<Instance> instancesOf(Service service) {
        return instances.stream().filter(one -> one.service() == service).toList();
    }
}
