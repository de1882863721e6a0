package io.novacron.oncall.demo.operation;

import io.novacron.oncall.demo.platform.Instance;
import io.novacron.oncall.demo.platform.Node;
import io.novacron.oncall.demo.platform.Service;
import io.novacron.oncall.demo.platform.Vm;
import io.novacron.oncall.demo.world.Intruder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can be told of an operation without going through its steps; most operations are never asked for more. */
public final class Outline {

    private static final double BY_FRONTEND = 0.3;
    private static final double SAMPLED = 0.1;
    private static final List<String> USERS = List.of("ana", "ben", "chloe", "dev", "emil", "fatima");
    /** Addresses for documentation (RFC 5737). */
    private static final String CUSTOMER = "198.51.100.";

    private final Site site;
    private final Stream stream;
    private final Kind kind;
    private final Draw draw;
    private final long start;
    private final OperationIds ids;
    private final long place;
    private final @Nullable Fate fate;

    Outline(Site site, Stream stream, Kind kind, Draw draw, long start, OperationIds ids, long place) {
        this.site = site;
        this.stream = stream;
        this.kind = kind;
        this.draw = draw;
        this.start = start;
        this.ids = ids;
        this.place = place;
        fate = Fate.of(this);
    }

    public Kind kind() {
        return kind;
    }

    public String traceId() {
        return ids.id(place);
    }

    public String cluster() {
        return site.cluster().name();
    }

    /** Epoch µs. */
    public long start() {
        return start;
    }

    /** A call in it failed, even if the operation did not because it was tried again. */
    public boolean troubled() {
        return fate != null;
    }

    /** The span of the whole operation, as its first visit names it. */
    public String spanId() {
        return draw.spanId(0);
    }

    /** False if it certainly takes less than so many µs. */
    public boolean mayTake(long micros) {
        return plan().longest() >= micros || !site.conditions().quick(seconds());
    }

    /** The operation with all its steps. */
    public Operation whole() {
        return Operation.of(this);
    }

    /** Its trace is kept: one in ten, and all with an error in them (mission, "Sampling"). */
    public boolean sampled() {
        return fate != null || draw.sampled() < SAMPLED;
    }

    /** The VM it is about, null where it is about none. */
    public @Nullable Vm vm() {
        List<Vm> vms = site.cluster().vms();
        return kind.ofVm() ? vms.get(draw.vm(vms.size())) : null;
    }

    public String tenant() {
        if (stream == Stream.LOGINS) {
            return Intruder.TENANT;
        }
        Vm vm = vm();
        return vm == null ? site.tenants().get(draw.tenant(site.tenants().size())) : vm.tenant();
    }

    /** {@code ana@acme.example}; {@code system} where a schedule began it. */
    public String user() {
        if (stream == Stream.LOGINS) {
            return Intruder.USER;
        }
        return kind.method() == null ? "system" : USERS.get(draw.user(USERS.size())) + "@" + tenant() + ".example";
    }

    /** The address the request came from; empty where a schedule began it. */
    public String client() {
        if (stream == Stream.LOGINS) {
            return Intruder.ADDRESS;
        }
        return kind.method() == null ? "" : CUSTOMER + (1 + draw.client(250));
    }

    /** The node that a VM moves away from; null if none moves. Every other migration brings a VM back. */
    public @Nullable Node source() {
        Vm vm = vm();
        return kind != Kind.VM_MIGRATE || vm == null ? null : leaves() ? vm.node() : other(vm);
    }

    /** The node that a VM moves to; null if none moves. */
    public @Nullable Node target() {
        Vm vm = vm();
        return kind != Kind.VM_MIGRATE || vm == null ? null : leaves() ? other(vm) : vm.node();
    }

    long place() {
        return place;
    }

    Site site() {
        return site;
    }

    Stream stream() {
        return stream;
    }

    Draw draw() {
        return draw;
    }

    double seconds() {
        return start / 1e6;
    }

    @Nullable
    Fate fate() {
        return fate;
    }

    Plan plan() {
        return Plans.of(kind, draw.entry() < BY_FRONTEND);
    }

    /** The process that does the step: one of the service for the whole operation, and the hypervisor of the VM's node. */
    Instance instance(Step step) {
        Service service = step.service();
        Vm vm = vm();
        if (service == Service.HYPERVISOR && vm != null) {
            Node home = source();
            Node there = step.target() ? target() : home;
            return site.hypervisor(there == null ? vm.node() : there);
        }
        List<Instance> replicas = site.instances(service);
        return replicas.get(draw.replica(service, replicas.size()));
    }

    private boolean leaves() {
        return draw.target(2) == 0;
    }

    private Node other(Vm vm) {
        List<Node> nodes = site.cluster().nodes();
        int home = nodes.indexOf(vm.node());
        return nodes.get((home + 1 + draw.target(1 << 20) % (nodes.size() - 1)) % nodes.size());
    }
}
