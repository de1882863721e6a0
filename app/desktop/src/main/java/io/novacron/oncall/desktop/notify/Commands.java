package io.novacron.oncall.desktop.notify;

import io.novacron.oncall.core.text.Visible;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Small programs of this desktop, run without a shell and ended when they take too long. */
final class Commands {

    private static final int PATIENCE_SECONDS = 5;
    private static final int MOST = 64 * 1024;

    private Commands() {}

    /**
     * How a program ended.
     *
     * @param code its exit code; -1 where it could not be started or did not end in time
     * @param text what it printed, or why there is nothing
     */
    record Ended(int code, String text) {

        boolean well() {
            return code == 0;
        }

        /** Its first words, safe to show. */
        String words() {
            return Visible.line(text.strip(), 200);
        }
    }

    /** Where the program lies on this process's PATH. */
    static Optional<Path> find(String program) {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        for (String folder : path.split(File.pathSeparator, -1)) {
            if (!folder.isBlank() && executable(folder, program)) {
                return Optional.of(Path.of(folder, program));
            }
        }
        return Optional.empty();
    }

    private static boolean executable(String folder, String program) {
        try {
            return Files.isExecutable(Path.of(folder, program));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    /** Runs it to its end, at most five seconds. */
    static Ended run(List<String> command) throws InterruptedException {
        Path out = null;
        try {
            out = Files.createTempFile("oncall-command-", ".txt");
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(out.toFile())
                    .start();
            process.getOutputStream().close();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return new Ended(-1, command.getFirst() + " gave no answer within " + PATIENCE_SECONDS + " s");
            }
            try (InputStream in = Files.newInputStream(out)) {
                return new Ended(process.exitValue(), new String(in.readNBytes(MOST), StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            return new Ended(-1, String.valueOf(e.getMessage()));
        } finally {
            delete(out);
        }
    }

    private static void delete(@Nullable Path file) {
        if (file != null) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                file.toFile().deleteOnExit();
            }
        }
    }
}
