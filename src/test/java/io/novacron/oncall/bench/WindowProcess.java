package io.novacron.oncall.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A {@link MeasuredWindow} in a process of its own, with the memory and the collector that the program has. */
final class WindowProcess implements AutoCloseable {

    private final Process process;
    private final PrintWriter commands;
    private final BufferedReader answers;
    private final Path log;

    /** @param folder gets the configuration, the state and the log */
    WindowProcess(Path folder, List<URI> members, int count) throws IOException {
        Path config = Files.writeString(folder.resolve("config.toml"), """
                [operator]
                name = "bench"
                role = "lead"

                [[source]]
                name = "am"
                kind = "alertmanager"
                cluster = "eu"
                urls = [%s]
                """.formatted(
                        members.stream().map(url -> "\"" + url + "\"").collect(Collectors.joining(", "))));
        log = folder.resolve("window.log");
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dglass.platform=Headless",
                        "-Dprism.order=sw",
                        "-Djava.awt.headless=true",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "--add-exports=javafx.base/com.sun.javafx.event=ALL-UNNAMED",
                        "-XX:+UseG1GC",
                        "-XX:+UseCompactObjectHeaders",
                        "-Xmx768m",
                        "-XX:MinHeapFreeRatio=15",
                        "-XX:MaxHeapFreeRatio=25",
                        "-cp",
                        System.getProperty("java.class.path"),
                        MeasuredWindow.class.getName(),
                        config.toString(),
                        folder.resolve("state").toString(),
                        Integer.toString(count))
                .redirectError(log.toFile());
        builder.environment().put("XDG_STATE_HOME", folder.toString());
        process = builder.start();
        commands = new PrintWriter(process.outputWriter(StandardCharsets.UTF_8), true);
        answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Says a command and waits for the values of its answer, which begins with the command's first word. */
    double[] ask(String command) throws IOException {
        commands.println(command);
        return await(command.split(" ", 2)[0]);
    }

    /** The values of the next line that begins with this word. */
    double[] await(String word) throws IOException {
        for (String line = answers.readLine(); line != null; line = answers.readLine()) {
            String[] parts = line.split(" ", -1);
            if (parts[0].equals(word)) {
                return Stream.of(parts).skip(1).mapToDouble(Double::parseDouble).toArray();
            }
        }
        throw new IOException("the window ended before it said " + word + ": " + Files.readString(log));
    }

    @Override
    public void close() {
        commands.close();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
