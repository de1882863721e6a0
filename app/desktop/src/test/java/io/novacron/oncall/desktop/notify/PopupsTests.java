package io.novacron.oncall.desktop.notify;

import static org.assertj.core.api.Assertions.assertThat;

import io.novacron.oncall.core.alert.Severity;
import io.novacron.oncall.core.notify.Notice;
import io.novacron.oncall.core.notify.Tone;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PopupsTests {

    @Test
    void titleAndBodyAreArgumentsAndNoOptionWhateverTheyHold() {
        List<String> command = Popups.command(
                "/usr/bin/notify-send", notice(Severity.S1, "--help", "a <b>&\"c\""), Optional.of("7"), true);
        assertThat(command).contains("--urgency=critical", "--replace-id=7", "--print-id");
        assertThat(command.subList(command.size() - 3, command.size()))
                .containsExactly("--", "--help", "a &lt;b&gt;&amp;\"c\"");
    }

    @Test
    void whatIsNoPageIsNotUrgent() {
        assertThat(Popups.command("notify-send", notice(Severity.S3, "t", ""), Optional.empty(), false))
                .contains("--urgency=normal")
                .noneMatch(argument -> argument.startsWith("--replace-id"))
                .endsWith("--", "t");
    }

    @Test
    void aProgramThatIsMissingOrHangsIsAnswerEnough() throws InterruptedException {
        assertThat(Commands.run(List.of("/no/such/program")).well()).isFalse();
        assertThat(Commands.run(List.of(shell(), "-c", "echo no daemon; exit 1")))
                .isEqualTo(new Commands.Ended(1, "no daemon\n"));
        assertThat(Commands.run(List.of(shell(), "-c", "exec sleep 60")).words())
                .contains("no answer within 5 s");
    }

    @Test
    void everyToneHasSamplesAndSilenceHasNone() {
        for (Tone tone : Tone.values()) {
            byte[] samples = Melody.samples(tone, 100);
            assertThat(samples.length == 0).isEqualTo(tone == Tone.NONE);
            assertThat(samples.length).isLessThan(2 * 2 * (int) Melody.RATE);
        }
        assertThat(Melody.samples(Tone.ALARM, 0)).containsOnly(0);
        assertThat(peak(Melody.samples(Tone.ALARM, 50))).isBetween(8_000, 16_384);
    }

    private static int peak(byte[] samples) {
        int peak = 0;
        for (int i = 0; i < samples.length; i += 2) {
            peak = Math.max(peak, Math.abs((short) ((samples[i] & 0xff) | (samples[i + 1] << 8))));
        }
        return peak;
    }

    private static String shell() {
        return Commands.find("sh").map(Path::toString).orElseThrow();
    }

    private static Notice notice(Severity severity, String title, String body) {
        return new Notice(
                1, Instant.EPOCH, Notice.Kind.FIRING, severity, title, body, null, 1, "", Tone.SINGLE, "topic");
    }
}
