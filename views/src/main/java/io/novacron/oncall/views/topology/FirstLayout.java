package io.novacron.oncall.views.topology;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs ELK where it can do no harm: on a thread of its own with a deep stack, since it recurses, and with a deadline,
/// since it has none and ignores being cancelled (topology guide 4). A thread that misses the deadline is left behind.
final class FirstLayout {
    private static final Logger LOG = LoggerFactory.getLogger(FirstLayout.class);
    private static final long DEADLINE_SECONDS = 20;
    private static final long STACK_BYTES = 256L << 20;

    private FirstLayout() {}

    /// Empty when ELK failed or took too long. Blocks; the order of what comes in changes nothing.
    static Optional<Placement> of(Collection<String> ids, Collection<Link> links) {
        List<String> sorted = ids.stream().sorted().distinct().toList();
        var task = new FutureTask<>(() -> ElkGraph.layout(sorted, links));
        Thread thread = Thread.ofPlatform()
                .name("oncall-layout")
                .daemon()
                .stackSize(STACK_BYTES)
                .start(task);
        try {
            return Optional.of(task.get(DEADLINE_SECONDS, TimeUnit.SECONDS));
        } catch (ExecutionException e) {
            LOG.warn("The layout of {} services failed", sorted.size(), e.getCause());
        } catch (TimeoutException e) {
            thread.interrupt();
            LOG.warn("The layout of {} services took more than {} s", sorted.size(), DEADLINE_SECONDS, e);
        } catch (InterruptedException e) {
            thread.interrupt();
            Thread.currentThread().interrupt();
        }
        return Optional.empty();
    }
}
