package io.novacron.oncall.demo.jaeger;

import io.novacron.oncall.core.trace.Span;
import io.novacron.oncall.demo.operation.Operation;
import io.novacron.oncall.demo.operation.Outline;
import io.novacron.oncall.demo.platform.Vm;
import io.novacron.oncall.demo.trace.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/** One search among generated traces, shown one outline after the other from the newest on. */
final class GeneratedSearch implements Predicate<Outline> {

    private static final long NANOS = 1_000;
    /** Traces that one search looks into, at most. */
    private static final int MOST_LOOKS = 60_000;
    /** Spans that one search answers, at most, but for the last trace: some 30 MB of JSON. */
    private static final int MOST_SPANS = 25_000;

    private final TraceSearch search;
    private final Function<Operation, List<Span>> expand;
    private final List<List<Span>> found = new ArrayList<>();
    private int looks;
    private int spansFound;
    private long stoppedAt = TraceStore.Found.COMPLETE;

    GeneratedSearch(TraceSearch search, Function<Operation, List<Span>> expand) {
        this.search = search;
        this.expand = expand;
    }

    /** False where no span at all could be found, so that nothing need be shown. */
    boolean hopeful() {
        return search.tags().keySet().stream().allMatch(Vocabulary::knows);
    }

    /** False when it has seen enough. */
    @Override
    public boolean test(Outline outline) {
        if (!mayHave(outline)) {
            return true;
        }
        List<Span> spans = expand.apply(outline.whole());
        if (spans.stream().anyMatch(search::finds)) {
            found.add(spans);
            spansFound += spans.size();
        }
        if (search.full(found.size())) {
            return false;
        }
        looks++;
        if (looks == MOST_LOOKS || spansFound > MOST_SPANS) {
            stoppedAt = outline.start() * NANOS;
        }
        return stoppedAt == TraceStore.Found.COMPLETE;
    }

    TraceStore.Found found() {
        return new TraceStore.Found(found, stoppedAt);
    }

    /** What the outline rules out need not be computed. */
    private boolean mayHave(Outline outline) {
        if (search.min() > 0 && !outline.mayTake(search.min() / NANOS)) {
            return false;
        }
        for (Map.Entry<String, String> tag : search.tags().entrySet()) {
            if (!mayHave(outline, tag.getKey(), tag.getValue())) {
                return false;
            }
        }
        return true;
    }

    private static boolean mayHave(Outline outline, String key, String value) {
        return switch (key) {
            case "error",
                    "otel.status_code",
                    "otel.status_description",
                    "event",
                    "exception.type",
                    "exception.message",
                    "retry.attempt" -> outline.troubled();
            case "cluster" -> outline.cluster().equals(value);
            case "tenant.id" -> outline.tenant().equals(value);
            case "user.id" -> outline.user().equals(value);
            case "client.address" -> outline.client().equals(value);
            case "vm.id", "backup.vm_id" -> {
                Vm vm = outline.vm();
                yield vm != null && vm.id().equals(value);
            }
            default -> true;
        };
    }
}
