package io.novacron.oncall.connectors.alertmanager;

import io.novacron.oncall.core.source.Fetched;
import io.novacron.oncall.core.source.SourceError;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks all members the same at the same time, each on a virtual thread of its own. Who is not done at the deadline is
 * cancelled, and so are all when the caller is interrupted.
 */
final class MembersAtOnce {

    private static final Logger LOG = LoggerFactory.getLogger(MembersAtOnce.class);

    private final Duration deadline;

    MembersAtOnce(Duration deadline) {
        this.deadline = deadline;
    }

    /** An entry for every member, in the order given. */
    <R> Map<String, Fetched<R>> ask(List<String> members, Function<String, Fetched<R>> question)
            throws InterruptedException {
        List<Callable<Fetched<R>>> tasks = members.stream()
                .<Callable<Fetched<R>>>map(member -> () -> question.apply(member))
                .toList();
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        try {
            List<Future<Fetched<R>>> futures = threads.invokeAll(tasks, deadline.toMillis(), TimeUnit.MILLISECONDS);
            Map<String, Fetched<R>> answers = new LinkedHashMap<>();
            for (int i = 0; i < members.size(); i++) {
                answers.put(members.get(i), answer(members.get(i), futures.get(i)));
            }
            return answers;
        } finally {
            // Not close(): a name lookup that hangs cannot be interrupted and must not hold the poll.
            threads.shutdownNow();
        }
    }

    private <R> Fetched<R> answer(String member, Future<Fetched<R>> future) {
        return switch (future.state()) {
            case SUCCESS -> future.resultNow();
            case FAILED -> {
                LOG.error("reading {} failed inside the console", member, future.exceptionNow());
                yield Fetched.failure(new SourceError.Broken(
                        member, "this console failed on it (" + future.exceptionNow() + "), see its log"));
            }
            case CANCELLED, RUNNING ->
                Fetched.failure(new SourceError.Broken(
                        member, "not everything came within " + deadline.toMillis() / 1000.0 + " s"));
        };
    }
}
