package io.novacron.oncall.demo.trace;

import io.novacron.oncall.core.trace.Reference;
import io.novacron.oncall.demo.operation.Kind;
import io.novacron.oncall.demo.operation.Operation;
import io.novacron.oncall.demo.operation.Operations;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What a batch was done for: the newest writes of its cluster whose traces were kept. */
final class Links {

    private static final Set<Kind> CAUSES = EnumSet.of(Kind.STORAGE_WRITE);
    private static final long LOOK_BACK = 120_000_000;

    private final Operations operations;

    Links(Operations operations) {
        this.operations = operations;
    }

    /** Links from the first span of the operation; none from one that somebody waits for. */
    List<Reference> of(Operation operation) {
        int wanted = switch (operation.kind()) {
            case VM_BACKUP -> 1;
            case STORAGE_TIER -> 3;
            case STORAGE_DEDUPLICATE -> 5;
            default -> 0;
        };
        List<Reference> links = new ArrayList<>();
        if (wanted > 0) {
            operations.sampledBackwards(operation.start() - LOOK_BACK, operation.start(), CAUSES, cause -> {
                if (cause.cluster().equals(operation.cluster())) {
                    links.add(new Reference(Reference.Kind.FOLLOWS_FROM, cause.traceId(), cause.spanId()));
                }
                return links.size() < wanted;
            });
        }
        return links;
    }
}
