package io.novacron.oncall.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Sees to it that no server outlives this JVM: a shutdown hook for the ordinary end and, where there is a shell, a
 * helper process that notices by the end of its input that this JVM was killed.
 */
final class ProcessGuard {
    private static final Path SHELL = Path.of("/bin/sh");
    private static final String SCRIPT = """
            trap '' INT TERM HUP
            watched=' '
            while read -r sign pid; do
                watched=$(echo "$watched" | sed "s/ $pid / /")
                [ "$sign" = - ] || watched="$watched$pid "
            done
            for pid in $watched; do kill -9 "$pid" 2>/dev/null; done
            """;
    private static final Set<Process> LIVE = ConcurrentHashMap.newKeySet();
    private static final @Nullable Writer HELPER = startHelper();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> LIVE.forEach(Process::destroyForcibly), "servers-stop"));
    }

    private ProcessGuard() {}

    static void watch(Process process) {
        LIVE.add(process);
        tell("+ " + process.pid());
    }

    static void release(Process process) {
        LIVE.remove(process);
        tell("- " + process.pid());
    }

    private static synchronized void tell(String line) {
        if (HELPER == null) {
            return;
        }
        try {
            HELPER.write(line + "\n");
            HELPER.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("the helper that stops left-over servers is gone", e);
        }
    }

    private static @Nullable Writer startHelper() {
        if (!Files.isExecutable(SHELL)) {
            return null;
        }
        try {
            return new ProcessBuilder(SHELL.toString(), "-c", SCRIPT)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .outputWriter(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
