package io.novacron.oncall.desktop.window;

import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What asks the process to end while a window is open: SIGTERM, SIGINT, SIGHUP. They are taken before the JVM begins to shut
 * down, since JavaFX takes its renderer away as soon as that begins, under a window that still draws; and the time that is left
 * belongs to the acknowledgements. Where the platform has no such signals, the process ends as it always did.
 */
final class EndSignals implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EndSignals.class);
    private static final Map<String, Integer> CODES = Map.of("TERM", 143, "INT", 130, "HUP", 129);

    private final Runnable asked;
    private final Map<Object, Object> before = new HashMap<>();
    private volatile int code;

    private EndSignals(Runnable asked) {
        this.asked = asked;
    }

    /** Runs {@code asked} at each of them, on a thread of the JVM. */
    static EndSignals watch(Runnable asked) {
        EndSignals signals = new EndSignals(asked);
        CODES.forEach(signals::take);
        return signals;
    }

    /** What the process ends with: 128 and the number of the signal that came; 0 where none did. */
    int code() {
        return code;
    }

    // sun.misc.Signal is exported by jdk.unsupported; a direct reference to it cannot be compiled without a warning
    private void take(String name, int exit) {
        try {
            Class<?> signals = Class.forName("sun.misc.Signal");
            Class<?> handlers = Class.forName("sun.misc.SignalHandler");
            Object signal = signals.getConstructor(String.class).newInstance(name);
            Object handler = Proxy.newProxyInstance(
                    handlers.getClassLoader(),
                    new Class<?>[] {handlers},
                    (proxy, method, arguments) -> switch (method.getName()) {
                        case "handle" -> came(exit);
                        case "hashCode" -> exit;
                        case "equals" ->
                            arguments != null
                                    && System.identityHashCode(proxy) == System.identityHashCode(arguments[0]);
                        default -> name;
                    });
            Object old = signals.getMethod("handle", signals, handlers).invoke(null, signal, handler);
            if (old != null) {
                before.put(signal, old);
            }
        } catch (ReflectiveOperationException | IllegalArgumentException e) {
            LOG.debug("the signal {} is left to the JVM", name, e);
        }
    }

    private @Nullable Object came(int exit) {
        code = exit;
        asked.run();
        return null;
    }

    @Override
    public void close() {
        before.forEach((signal, handler) -> {
            try {
                Class<?> handlers = Class.forName("sun.misc.SignalHandler");
                signal.getClass()
                        .getMethod("handle", signal.getClass(), handlers)
                        .invoke(null, signal, handler);
            } catch (ReflectiveOperationException e) {
                LOG.debug("a signal stays with the window that has gone", e);
            }
        });
    }
}
