package io.novacron.oncall.servers;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.core.ConditionTimeoutException;
import org.awaitility.core.TerminalFailureException;
import org.jspecify.annotations.Nullable;

/**
 * A real server in a process of its own, with a temporary folder of its own that holds its data and its log. It is ready
 * once the static {@code start} of its class returns. {@link #close} stops it and removes the folder.
 */
public abstract class RealServer implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int LAST_LINES = 25;

    private final Servers server;
    private final int port;
    private final Path folder;
    private List<String> command = List.of();
    private @Nullable Process process;

    protected RealServer(Servers server, int port) {
        this.server = server;
        this.port = port;
        try {
            this.folder = Files.createTempDirectory("oncall-" + server.product() + "-" + server.version() + "-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public final Servers server() {
        return server;
    }

    /** The server's HTTP address, without a slash at the end. */
    public final URI url() {
        return URI.create("http://" + hostPort());
    }

    /** {@link #url} followed by a path and query that starts with a slash. */
    public final URI url(String path) {
        return URI.create(url() + path);
    }

    /** Host and port as in {@code 127.0.0.1:9090}. */
    public final String hostPort() {
        return "127.0.0.1:" + port;
    }

    public final Path folder() {
        return folder;
    }

    public final Path log() {
        return folder.resolve("server.log");
    }

    public final boolean alive() {
        return process != null && process.isAlive();
    }

    /** Whether the server can serve now; asked again and again while it starts. */
    protected abstract boolean answers() throws IOException;

    /** Starts the process and waits until it answers. Whatever goes wrong, nothing is left behind. */
    protected final void launch(List<String> commandLine) {
        command = List.copyOf(commandLine);
        try {
            startAgain();
            TookPart.started(server);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /** Ends the process at once, as a crash does. Folder and ports are kept for {@link #restart}. */
    public final void kill() {
        Process running = process;
        if (running != null) {
            running.descendants().forEach(ProcessHandle::destroyForcibly);
            running.destroyForcibly();
            awaitEnd(running, 10);
            ProcessGuard.release(running);
            process = null;
        }
    }

    /** Starts the server again with the same ports and data, ending it before if it still runs. */
    public final void restart() {
        stop();
        startAgain();
    }

    /** Asks the process to end, and ends it if it does not within ten seconds. */
    public final void stop() {
        Process running = process;
        if (running != null) {
            running.destroy();
            awaitEnd(running, 10);
            kill();
        }
    }

    /** Ends the process at once and removes its folder: nothing of it is wanted any more, so nothing need be saved. */
    @Override
    public void close() {
        kill();
        deleteFolder(folder);
    }

    /** The last lines the server wrote, for messages about failures. */
    public final String lastLines() {
        if (!Files.exists(log())) {
            return "(no log)";
        }
        try {
            List<String> lines = new String(Files.readAllBytes(log()), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
        } catch (IOException e) {
            return "(log unreadable: " + e.getMessage() + ")";
        }
    }

    /** Writes a file into the server's folder and returns its path. */
    protected final Path write(String name, String content) {
        try {
            return Files.writeString(folder.resolve(name), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void startAgain() {
        try {
            Process started = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                    .start();
            ProcessGuard.watch(started);
            process = started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try {
            await(server + " at " + hostPort())
                    .atMost(PATIENCE)
                    .pollDelay(Duration.ofMillis(50))
                    .pollInterval(Duration.ofMillis(100))
                    .failFast(server + " ended while it started", () -> !alive())
                    .until(this::answersQuietly);
        } catch (ConditionTimeoutException | TerminalFailureException e) {
            throw new IllegalStateException(
                    server + " did not become ready at " + hostPort() + ": " + e.getMessage() + "\n" + lastLines(), e);
        }
    }

    private boolean answersQuietly() {
        try {
            return answers();
        } catch (IOException e) {
            return false;
        }
    }

    private static void awaitEnd(Process process, int seconds) {
        try {
            process.waitFor(seconds, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /** Does nothing where it is not there. */
    protected static void deleteFolder(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
