package io.novacron.oncall.demo.elasticsearch;

import io.novacron.oncall.core.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** The searches that run now, as {@code _tasks} tells them. Any thread. */
final class Tasks {

    private final Clock clock;
    private final AtomicLong last = new AtomicLong();
    private final ConcurrentMap<Long, Task> running = new ConcurrentHashMap<>();

    private record Task(String description, String opaqueId, Instant since) {}

    Tasks(Clock clock) {
        this.clock = clock;
    }

    /** Does something and is told of as long as that takes. */
    <T> T during(String description, String opaqueId, Supplier<T> work) {
        long id = last.incrementAndGet();
        running.put(id, new Task(description, opaqueId, clock.now()));
        try {
            return work.get();
        } finally {
            running.remove(id);
        }
    }

    Map<String, Object> told() {
        Map<String, Object> tasks = new LinkedHashMap<>();
        running.forEach((id, task) -> tasks.put(NodeInfo.ID + ":" + id, told(id, task)));
        return Map.of(
                "nodes", tasks.isEmpty() ? Map.of() : Map.of(NodeInfo.ID, Map.of("name", "logs-0", "tasks", tasks)));
    }

    private static Map<String, Object> told(long id, Task task) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("node", NodeInfo.ID);
        told.put("id", id);
        told.put("type", "transport");
        told.put("action", "indices:data/read/search");
        told.put("description", task.description());
        told.put("start_time_in_millis", task.since().toEpochMilli());
        told.put("cancellable", false);
        told.put("headers", task.opaqueId().isEmpty() ? Map.of() : Map.of("X-Opaque-Id", task.opaqueId()));
        return told;
    }
}
