package io.novacron.oncall.servers;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * Finds installed servers by version. With {@code ONCALL_REQUIRE_REAL=1} in the environment a missing one fails the test
 * that asks for it, otherwise it skips that test and says why.
 */
public final class ServerCache {
    private static final Pattern VERSION = Pattern.compile("version ([0-9.]+)");
    private static final Map<Servers, Optional<Path>> FOUND = new ConcurrentHashMap<>();

    private ServerCache() {}

    /** The folder that holds the server's programs (or its {@code lib} and {@code classes}), if it is installed. */
    public static Optional<Path> find(Servers server) {
        return FOUND.computeIfAbsent(server, ServerCache::search);
    }

    /** The folder of an installed server; otherwise the test that asks is failed or skipped, see above. */
    public static Path require(Servers server) {
        Optional<Path> folder = find(server);
        if (folder.isPresent()) {
            return folder.get();
        }
        TookPart.missed(server);
        String reason = server + " is not installed here; ./oncall servers installs it";
        if ("1".equals(System.getenv("ONCALL_REQUIRE_REAL"))) {
            throw new AssertionError(reason);
        }
        return Assumptions.abort(reason);
    }

    /** A program that comes with an installed server, for example {@code promtool} or {@code amtool}. */
    public static Path tool(Servers server, String name) {
        return require(server).resolve(name);
    }

    public static List<Servers> missing() {
        return Stream.of(Servers.values())
                .filter(server -> find(server).isEmpty())
                .toList();
    }

    private static Optional<Path> search(Servers server) {
        return switch (server.origin()) {
            case CACHE ->
                Optional.of(folder().resolve(server.product() + "-" + server.version()))
                        .filter(folder -> Files.exists(folder.resolve(server.program())));
            case DEBIAN ->
                programFolders()
                        .filter(folder -> Files.isExecutable(folder.resolve(server.program())))
                        .filter(folder -> server.version().equals(versionOf(folder.resolve(server.program()))))
                        .findFirst();
        };
    }

    private static Path folder() {
        String cache = System.getenv("XDG_CACHE_HOME");
        Path home =
                cache == null || cache.isEmpty() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(cache);
        return home.resolve("oncall").resolve("servers");
    }

    private static Stream<Path> programFolders() {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Stream.concat(Arrays.stream(path.split(File.pathSeparator, -1)), Stream.of("/usr/bin"))
                .filter(folder -> !folder.isEmpty())
                .map(Path::of);
    }

    private static String versionOf(Path program) {
        try {
            Process process = new ProcessBuilder(program.toString(), "--version")
                    .redirectErrorStream(true)
                    .start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            Matcher version = VERSION.matcher(said);
            return version.find() ? version.group(1) : "";
        } catch (IOException e) {
            return "";
        }
    }
}
