package io.novacron.oncall.demo.estate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConfigFolderTests {

    private static final List<EstateSource> SOURCES = List.of(
            new EstateSource(
                    "alertmanager-eu-west",
                    "alertmanager",
                    "eu-west",
                    List.of(URI.create("http://127.0.0.1:1"), URI.create("http://127.0.0.1:2"))),
            new EstateSource("jaeger", "jaeger", "", List.of(URI.create("http://127.0.0.1:3"))));

    @Test
    void theFileNamesEverySourceAndAWatchdogForEachClusterOfAlertmanagers() throws IOException {
        try (ConfigFolder folder = new ConfigFolder()) {
            assertThat(Files.readString(folder.config(SOURCES, "ana")))
                    .contains("environment = \"demo\"", "name = \"ana\"")
                    .contains("urls = [\"http://127.0.0.1:1\", \"http://127.0.0.1:2\"]")
                    .containsOnlyOnce("[[watchdog]]")
                    .contains("match = 'alertname=\"Watchdog\",cluster=\"eu-west\"'");
        }
    }

    @Test
    void aNameCannotLeaveItsQuotes() throws IOException {
        try (ConfigFolder folder = new ConfigFolder()) {
            assertThat(Files.readString(folder.config(SOURCES, "a\"b\\c\n"))).contains("name = \"a\\\"b\\\\c\\u000a\"");
        }
    }

    @Test
    void closingLeavesNothing() throws IOException {
        Path folder;
        try (ConfigFolder open = new ConfigFolder()) {
            folder = open.write("prometheus.yml", "{}").getParent();
            assertThat(folder).isNotEmptyDirectory();
        }
        assertThat(folder).doesNotExist();
    }
}
