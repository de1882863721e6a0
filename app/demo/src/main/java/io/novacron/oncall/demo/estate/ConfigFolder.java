package io.novacron.oncall.demo.estate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A folder of its own for what the estate writes; it goes with the estate. */
final class ConfigFolder implements AutoCloseable {

    private static final String RUNBOOKS = "runbooks";

    private final Path folder;

    /** @throws UncheckedIOException if no folder can be made where temporary files go */
    ConfigFolder() {
        try {
            folder = Files.createTempDirectory("oncall-estate-");
            leave(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "no folder for the configuration can be made in " + System.getProperty("java.io.tmpdir"), e);
        }
    }

    /** The configuration file of the console for these sources, one watchdog for each cluster of Alertmanagers. */
    Path config(List<EstateSource> sources, String operator) {
        StringBuilder toml = new StringBuilder();
        toml.append("environment = ").append(quoted(EstateSource.ENVIRONMENT)).append("\n\n[operator]\nname = ");
        toml.append(quoted(operator)).append("\nrole = \"responder\"\n");
        // an incident that is only played must not wake anybody
        toml.append("\n[notify]\nvolume = 0\n");
        for (EstateSource source : sources) {
            toml.append("\n[[source]]\nname = ").append(quoted(source.name()));
            toml.append("\nkind = ").append(quoted(source.kind()));
            toml.append("\nenvironment = ").append(quoted(EstateSource.ENVIRONMENT));
            if (!source.cluster().isEmpty()) {
                toml.append("\ncluster = ").append(quoted(source.cluster()));
            }
            toml.append("\nurls = ").append(urls(source.urls())).append("\nevery = \"5s\"\n");
        }
        sources.stream()
                .filter(source -> source.kind().equals("alertmanager"))
                .forEach(source -> toml.append("\n[[watchdog]]\nmatch = 'alertname=\"Watchdog\",cluster=\"")
                        .append(source.cluster())
                        .append("\"'\nwithin = \"5m\"\n"));
        toml.append("\n[runbooks]\nfolders = [").append(quoted(RUNBOOKS)).append("]\n");
        return write("oncall.toml", toml.toString());
    }

    /** Writes the runbooks where the configuration says they are. */
    void runbooks(Map<String, String> byAlert) {
        byAlert.forEach((name, text) -> write(RUNBOOKS + "/" + name + ".md", text));
    }

    Path write(String name, String text) {
        try {
            Path file = folder.resolve(name);
            Path parent = file.getParent();
            if (parent != null && !Files.isDirectory(parent)) {
                leave(Files.createDirectory(parent));
            }
            Files.writeString(file, text);
            leave(file);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(folder.resolve(name) + " cannot be written", e);
        }
    }

    @Override
    public void close() {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(folder + " cannot be removed", e);
        }
    }

    /** A process that is told to end may not have the time to close its estate; the JVM removes newer things first. */
    private static void leave(Path path) {
        path.toFile().deleteOnExit();
    }

    private static String urls(List<URI> urls) {
        return urls.stream().map(url -> quoted(url.toString())).collect(Collectors.joining(", ", "[", "]"));
    }

    /** A TOML basic string. */
    private static String quoted(String text) {
        StringBuilder out = new StringBuilder("\"");
        text.codePoints().forEach(c -> {
            if (c == '"' || c == '\\') {
                out.append('\\').appendCodePoint(c);
            } else if (c < 0x20 || c == 0x7f) {
                out.append(String.format("\\u%04x", c));
            } else {
                out.appendCodePoint(c);
            }
        });
        return out.append('"').toString();
    }
}
