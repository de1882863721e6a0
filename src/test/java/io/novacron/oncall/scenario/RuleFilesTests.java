package io.novacron.oncall.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.novacron.oncall.demo.scenario.Scenarios;
import io.novacron.oncall.servers.ServerCache;
import io.novacron.oncall.servers.Servers;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The rule files of the estate, judged by Prometheus' own tool. */
class RuleFilesTests {

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(value = Servers.class, names = "PROMETHEUS.*", mode = EnumSource.Mode.MATCH_ALL)
    void promtoolAcceptsTheRuleFilesOfTheEstate(Servers version) throws IOException, InterruptedException {
        Path promtool = ServerCache.tool(version, "promtool");
        List<String> command =
                new ArrayList<>(List.of(promtool.toString(), "check", "rules", "--lint=all", "--lint-fatal"));
        command.addAll(ruleFiles());
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        assertThat(said).contains("SUCCESS: ").doesNotContain("FAILED");
    }

    private List<String> ruleFiles() throws IOException {
        URI uri = resource();
        if (!uri.getScheme().equals("jar")) {
            return copies(Path.of(uri));
        }
        try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
            return copies(jar.getPath("/io/novacron/oncall/demo/rules"));
        }
    }

    private List<String> copies(Path rules) throws IOException {
        List<String> copies = new ArrayList<>();
        try (Stream<Path> files = Files.list(rules)) {
            for (Path file : files.toList()) {
                copies.add(Files.copy(file, folder.resolve(file.getFileName().toString()))
                        .toString());
            }
        }
        return copies;
    }

    private static URI resource() {
        try {
            return Objects.requireNonNull(Scenarios.class.getResource("/io/novacron/oncall/demo/rules"))
                    .toURI();
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }
}
