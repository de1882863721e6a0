package io.novacron.oncall.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WindowProcessTests {

    private static final String DEAD = """
            [[source]]
            name = "am"
            kind = "alertmanager"
            urls = ["http://127.0.0.1:9"]
            """;

    @TempDir
    Path folder;

    @Test
    void withoutAnyConfigurationThereIsAWindowNotAnError() {
        try (OncallProcess program = OncallProcess.start(folder)) {
            await().atMost(Duration.ofMinutes(1)).until(() -> log().contains("first frame after "));
            assertThat(log()).contains("core ready after ").doesNotContain("ERROR", "Could not resolve");
            assertThat(program.runs()).isTrue();
            assertThat(program.err()).doesNotContain("Exception", "cannot", "fault");
        }
    }

    @Test
    void aBrokenConfigurationIsAWindowTooAndTheFileStaysAsItWas() throws IOException {
        String text = DEAD.replace("urls", "url");
        Path config = OncallRun.write(folder, "broken.toml", text);
        try (OncallProcess program = OncallProcess.start(folder, "run", "--config", config.toString())) {
            await().atMost(Duration.ofMinutes(1)).until(() -> log().contains("first frame after "));
            assertThat(log()).doesNotContain("ERROR", "Could not resolve");
            assertThat(program.runs()).isTrue();
            assertThat(Files.readString(config)).isEqualTo(text);
        }
    }

    @Test
    void aPictureIsDrawnThoughTheSourceIsDeadAndTheExitSaysSo() throws IOException {
        Path config = OncallRun.write(folder, "dead.toml", DEAD);
        Path picture = folder.resolve("alerts.png");
        OncallRun run = OncallProcess.run(
                folder,
                "picture",
                "--view",
                "alerts",
                "--size",
                "1200x700",
                "--theme",
                "light",
                "--out",
                picture.toString(),
                "--config",
                config.toString());
        assertThat(run.exit()).as(run.err()).isEqualTo(3);
        assertThat(run.err()).contains("am is UNREACHABLE");
        assertThat(Drawn.read(picture)).satisfies(drawn -> {
            assertThat(drawn.width()).isEqualTo(1200);
            assertThat(drawn.height()).isEqualTo(700);
            assertThat(drawn.bytes()).isGreaterThan(10_000);
        });
    }

    private String log() {
        Path file = folder.resolve("oncall").resolve("oncall.log");
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
