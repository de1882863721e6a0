package io.novacron.oncall.core.runbook;

import static org.assertj.core.api.Assertions.assertThat;

import io.novacron.oncall.core.alert.Alert;
import io.novacron.oncall.core.alert.AlertKey;
import io.novacron.oncall.core.alert.AlertState;
import io.novacron.oncall.core.alert.Labels;
import io.novacron.oncall.core.alert.Severity;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RunbookNamesTests {

    @Test
    void theLastPartOfTheAddressComesBeforeTheAlertsName() {
        assertThat(RunbookNames.of(alert("DiskFull", "https://wiki.example/books/disk-full.html?x=1#fix")))
                .containsExactly("disk-full", "DiskFull");
        assertThat(RunbookNames.of(alert("DiskFull", "https://wiki.example/books/DiskFull/")))
                .containsExactly("DiskFull");
    }

    @Test
    void withoutAnAddressTheAlertsNameAlone() {
        assertThat(RunbookNames.of(alert("DiskFull", null))).containsExactly("DiskFull");
        assertThat(RunbookNames.of(alert("DiskFull", "https://wiki.example/"))).containsExactly("DiskFull");
    }

    @Test
    void whatCouldLeaveTheFoldersIsNoName() {
        assertThat(RunbookNames.of(alert("../../etc/passwd", "https://wiki.example/%2e%2e%2fsecret")))
                .doesNotContain("../../etc/passwd")
                .allMatch(name -> !name.contains("/"));
        assertThat(RunbookNames.of(alert("", "file:///etc/passwd"))).isEmpty();
        assertThat(RunbookNames.of(alert(".ssh", null))).isEmpty();
        assertThat(RunbookNames.of(alert("a\\b", null))).isEmpty();
    }

    @Test
    void onlyLinksToMarkdownFilesLeadToOtherRunbooks() {
        assertThat(RunbookNames.linked("./storage/Other.md#fix")).isEqualTo("Other");
        assertThat(RunbookNames.linked("Other.markdown")).isEqualTo("Other");
        assertThat(RunbookNames.linked("https://wiki.example/Other.md")).isEmpty();
        assertThat(RunbookNames.linked("javascript:Other.md")).isEmpty();
        assertThat(RunbookNames.linked("Other.html")).isEmpty();
        assertThat(RunbookNames.linked("#fix")).isEmpty();
    }

    private static Alert alert(String name, @Nullable String runbook) {
        return new Alert(
                new AlertKey("eu-west", "0123456789abcdef"),
                Labels.of(Map.of("alertname", name)),
                Map.of(),
                Severity.S1,
                Instant.EPOCH,
                AlertState.FIRING,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                runbook,
                "");
    }
}
