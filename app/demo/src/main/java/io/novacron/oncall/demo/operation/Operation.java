package io.novacron.oncall.demo.operation;

import io.novacron.oncall.demo.platform.Instance;
import io.novacron.oncall.demo.platform.Node;
import io.novacron.oncall.demo.platform.Vm;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One business request, from the first process it came to, with all that was done for it. Times in epoch µs.
 *
 * @param traceId 32 hexadecimal digits
 * @param user {@code ana@acme.example}; {@code system} where a schedule began it
 * @param client the address it came from; empty where a schedule began it
 * @param vm null where it is not about a VM
 * @param source the node a VM moves away from, else null
 * @param target the node a VM moves to, else null
 * @param failure null if it succeeded, even where a call was tried again
 * @param sampled its trace is kept; log lines are written in any case
 * @param visits what was done, in the order in which it began; the first is the whole
 */
public record Operation(
        Kind kind,
        String traceId,
        String cluster,
        String tenant,
        String user,
        String client,
        @Nullable Vm vm,
        @Nullable Node source,
        @Nullable Node target,
        @Nullable Failure failure,
        boolean sampled,
        List<Visit> visits) {

    public Operation {
        visits = List.copyOf(visits);
    }

    static Operation of(Outline outline) {
        List<Visit> visits = new Walk(outline).visits();
        return new Operation(
                outline.kind(),
                outline.traceId(),
                outline.cluster(),
                outline.tenant(),
                outline.user(),
                outline.client(),
                outline.vm(),
                outline.source(),
                outline.target(),
                visits.getFirst().failure(),
                outline.sampled(),
                visits);
    }

    public long start() {
        return visits.getFirst().start();
    }

    /** µs. */
    public long duration() {
        return end() - start();
    }

    public long end() {
        return visits.getFirst().end();
    }

    /** The processes that took part, each once, in the order in which they were asked. */
    public List<Instance> instances() {
        return visits.stream().map(Visit::instance).distinct().toList();
    }
}
