package io.novacron.oncall.desktop.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.novacron.oncall.core.secret.SecretMissingException;
import io.novacron.oncall.core.secret.SecretRef;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretPlacesTests {

    @TempDir
    private Path folder;

    private final SecretPlaces places =
            new SecretPlaces(Map.of("TOKEN", " s3cret\n", "BLANK", "  ", "TWO", "s3cret\nsecond"));

    @Test
    void aVariableIsReadAndTrimmed() throws SecretMissingException {
        assertThat(places.read(new SecretRef.Environment("TOKEN")).reveal()).isEqualTo("s3cret");
    }

    @Test
    void aMissingVariableIsNamedWithTheWayOut() {
        assertThat(failure(new SecretRef.Environment("NOPE")))
                .isEqualTo("The environment variable NOPE is not set; set it before the console starts.");
        assertThat(failure(new SecretRef.Environment("BLANK"))).contains("BLANK is empty");
    }

    @Test
    void aFileIsReadAnewEachTime() throws IOException, SecretMissingException {
        Path file = Files.writeString(folder.resolve("token"), "first\r\n");
        SecretRef ref = new SecretRef.File(file);
        assertThat(places.read(ref).reveal()).isEqualTo("first");
        Files.writeString(file, "second");
        assertThat(places.read(ref).reveal()).isEqualTo("second");
    }

    @Test
    void aFileThatIsNotThereOrNoFileIsNamed() {
        Path missing = folder.resolve("nope");
        assertThat(failure(new SecretRef.File(missing)))
                .isEqualTo("The secret file " + missing + " does not exist; create it or correct the file: reference.");
        assertThat(failure(new SecretRef.File(folder)))
                .contains(folder.toString())
                .contains("cannot be read");
    }

    @Test
    void whatIsInTheFileIsNeverRepeated() throws IOException {
        Path file = folder.resolve("token");
        Files.write(file, new byte[] {'s', '3', 'c', 'r', 'e', 't', (byte) 0xff});
        assertThat(failure(new SecretRef.File(file))).contains("UTF-8").doesNotContain("s3cret");
        Files.writeString(file, "s3cret\nsecond");
        assertThat(failure(new SecretRef.File(file))).contains("one line").doesNotContain("s3cret");
        Files.writeString(file, "s3cret".repeat(20_000));
        assertThat(failure(new SecretRef.File(file))).contains("64 KiB").doesNotContain("s3cret");
        assertThat(failure(new SecretRef.Environment("TWO")))
                .contains("one line")
                .doesNotContain("s3cret");
    }

    @Test
    void anEmptyFileIsNoSecret() throws IOException {
        Path file = Files.writeString(folder.resolve("token"), "\n");
        assertThat(failure(new SecretRef.File(file))).contains("is empty");
    }

    private String failure(SecretRef ref) {
        SecretMissingException e = catchThrowableOfType(SecretMissingException.class, () -> places.read(ref));
        assertThat(e).isNotNull();
        return String.valueOf(e.getMessage());
    }
}
