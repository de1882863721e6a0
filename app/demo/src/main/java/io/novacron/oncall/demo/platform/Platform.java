package io.novacron.oncall.demo.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** All of NovaCron, drawn from a seed: 3 clusters, 24 nodes, about 300 VMs of 12 tenants. */
public record Platform(long seed, List<Cluster> clusters, List<String> tenants) {

    private static final List<String> TENANTS = List.of(
            "acme",
            "borealis",
            "cygnus",
            "delphi",
            "ember",
            "fjord",
            "granite",
            "helios",
            "indigo",
            "juniper",
            "kestrel",
            "lumen");
    private static final List<String> ROLES = List.of("web", "db", "cache", "batch", "ci", "queue");
    private static final List<Integer> SIZES = List.of(1, 2, 2, 4, 4, 8, 16);
    private static final long GIB = 1L << 30;

    public Platform {
        clusters = List.copyOf(clusters);
        tenants = List.copyOf(tenants);
    }

    public static Platform of(long seed) {
        Random random = new Random(seed);
        return new Platform(
                seed,
                List.of(
                        cluster("eu-west", 10, 126, random),
                        cluster("us-east", 8, 102, random),
                        cluster("ap-south", 6, 72, random)),
                TENANTS);
    }

    /** The cluster of that name. @throws IllegalArgumentException if there is none */
    public Cluster cluster(String name) {
        return clusters.stream()
                .filter(cluster -> cluster.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no cluster " + name));
    }

    private static Cluster cluster(String name, int size, int vms, Random random) {
        List<Node> nodes = new ArrayList<>();
        for (int i = 1; i <= size; i++) {
            String node = String.format(Locale.ROOT, "%s-n%02d", name, i);
            nodes.add(new Node(name, node, name + "-" + "abc".charAt(i % 3), 64, 512 * GIB, 8_192 * GIB));
        }
        return new Cluster(name, nodes, instances(nodes), machines(nodes, vms, random));
    }

    private static List<Instance> instances(List<Node> nodes) {
        List<Instance> instances = new ArrayList<>();
        int next = 0;
        for (Service service : Service.values()) {
            int replicas = service.replicas() == 0 ? nodes.size() : service.replicas();
            int first = service.replicas() == 0 ? 0 : next;
            for (int ordinal = 0; ordinal < replicas; ordinal++) {
                instances.add(new Instance(service, ordinal, nodes.get((first + ordinal) % nodes.size())));
            }
            next += service.replicas();
        }
        return instances;
    }

    private static List<Vm> machines(List<Node> nodes, int count, Random random) {
        List<Vm> vms = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String tenant = TENANTS.get(random.nextInt(TENANTS.size()));
            String id = String.format(Locale.ROOT, "vm-%06x", random.nextInt(1 << 24));
            int cpus = SIZES.get(random.nextInt(SIZES.size()));
            String name = tenant + "-" + ROLES.get(random.nextInt(ROLES.size())) + "-" + i;
            vms.add(new Vm(id, name, tenant, nodes.get(i % nodes.size()), cpus, cpus * 4L * GIB, cpus * 40L * GIB));
        }
        return vms;
    }
}
