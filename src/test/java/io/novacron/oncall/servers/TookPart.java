package io.novacron.oncall.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Collectors;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestPlan;

/**
 * Says at the end of a test run which real servers took part and which were missing, in {@code target/real-servers.txt}
 * and on the console.
 */
public final class TookPart implements TestExecutionListener {
    private static final Set<Servers> STARTED = new ConcurrentSkipListSet<>();
    private static final Set<Servers> MISSED = new ConcurrentSkipListSet<>();

    static void started(Servers server) {
        STARTED.add(server);
    }

    static void missed(Servers server) {
        MISSED.add(server);
    }

    /** The lines of the report, for example {@code Real servers that took part (1 of 8): prometheus 3.8.1}. */
    static String report(Collection<Servers> started, Collection<Servers> missed) {
        StringBuilder text = new StringBuilder("Real servers that took part (")
                .append(started.size())
                .append(" of ")
                .append(Servers.values().length)
                .append("): ")
                .append(started.isEmpty() ? "none" : join(started))
                .append('\n');
        if (!missed.isEmpty()) {
            text.append("Missing: ").append(join(missed)).append(" (./oncall servers installs them)\n");
        }
        return text.toString();
    }

    @Override
    public void testPlanExecutionFinished(TestPlan testPlan) {
        String report = report(STARTED, MISSED);
        Path target = Path.of(System.getProperty("basedir", "."), "target");
        try {
            Files.createDirectories(target);
            Files.writeString(target.resolve("real-servers.txt"), report);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        System.out.print(report);
    }

    private static String join(Collection<Servers> servers) {
        return EnumSet.copyOf(servers).stream().map(Servers::toString).collect(Collectors.joining(", "));
    }
}
