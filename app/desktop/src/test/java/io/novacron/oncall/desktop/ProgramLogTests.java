package io.novacron.oncall.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramLogTests {

    @TempDir
    Path folder;

    @Test
    void aFaultIsKeptWithItsIdAndItsStackTrace() throws IOException {
        ProgramLog.fault(folder, "id-17", new IllegalStateException("broken"));
        assertThat(log()).contains("fault id-17", "IllegalStateException: broken", "\tat ");
    }

    @Test
    void whatLooksLikeACredentialIsBlackedOut() throws IOException {
        ProgramLog.fault(
                folder,
                "id-18",
                new IllegalStateException(
                        "GET http://ana:canary-1@am:9093/ Authorization: Bearer canary-2 password=canary-3"));
        assertThat(log()).contains("am:9093").doesNotContain("canary");
    }

    private String log() throws IOException {
        return Files.readString(folder.resolve("oncall-faults.log"));
    }
}
