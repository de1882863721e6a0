package io.novacron.oncall.views.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.novacron.oncall.core.alert.Alert;
import io.novacron.oncall.core.alert.AlertBoard;
import io.novacron.oncall.core.alert.ClusterAnswer;
import io.novacron.oncall.core.alert.Labels;
import io.novacron.oncall.core.alert.MemberAlert;
import io.novacron.oncall.core.alert.MemberAnswer;
import io.novacron.oncall.core.alert.SeverityMap;
import io.novacron.oncall.core.triage.Categories;
import io.novacron.oncall.core.triage.ReplicaLabels;
import io.novacron.oncall.views.fx.Toolkit;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.scene.control.Labeled;
import javafx.scene.control.ToggleButton;
import org.junit.jupiter.api.Test;

class AlertFactsTests {
    private static final Instant NOW = Instant.parse("2026-11-23T03:00:00Z");

    @Test
    void mergedReplicasAndMembersAreListedEachWithItsOwnStateStartAndMembers() {
        var a = Map.of("alertname", "DiskFull", "replica", "a");
        var b = Map.of("alertname", "DiskFull", "replica", "b");
        String text = shown(board(
                member("am1:9093", alert(a, 600, "active"), alert(b, 300, "suppressed", "s-1")),
                member("am2:9093", alert(a, 500, "active"))));
        assertThat(text)
                .contains("SEEN BY", "replica=a", "replica=b")
                .contains("am1:9093\nactive since Mon 23 Nov 02:50:00 UTC")
                .contains("am2:9093\nactive since Mon 23 Nov 02:51:40 UTC")
                .contains("am1:9093\nsuppressed, silenced by 1 since Mon 23 Nov 02:55:00 UTC");
    }

    @Test
    void anAlertThatIsToldWidelySaysToWhom() {
        assertThat(shown(board(
                        member("am1:9093", alert(Map.of("alertname", "X", "component", "security"), 60, "active")))))
                .contains("security: told widely\nexecutives, security-team");
        assertThat(shown(board(member("am1:9093", alert(Map.of("alertname", "X"), 60, "active")))))
                .doesNotContain("told widely");
    }

    @Test
    void aNameThatIsNotWhatItLooksLikeHasAChipAndARawView() {
        AlertBoard board =
                board(member("am1:9093", alert(Map.of("alertname", "X", "host", "w\u0435b\u202e1"), 60, "active")));
        Toolkit.run(() -> {
            AlertFacts facts = facts(board);
            assertThat(text(facts)).contains("bidi", "mixed scripts").doesNotContain("wU+0435b");
            var raw = (ToggleButton)
                    facts.getContent().lookupAll(".toggle-button").iterator().next();
            raw.setSelected(true);
            assertThat(text(facts)).contains("wU+0435bU+202E1");
        });
        assertThat(shown(board(member("am1:9093", alert(Map.of("alertname", "X", "host", "web1"), 60, "active")))))
                .doesNotContain("raw");
    }

    private static String shown(AlertBoard board) {
        return Toolkit.call(() -> text(facts(board)));
    }

    private static AlertFacts facts(AlertBoard board) {
        var facts = new AlertFacts(
                ZoneId.of("UTC"), Categories.DEFAULT, ReplicaLabels.DEFAULT, (text, node) -> {}, key -> {});
        Alert first = board.alerts().getFirst();
        facts.show(first, board, NOW);
        return facts;
    }

    private static String text(AlertFacts facts) {
        return facts.getContent().lookupAll("*").stream()
                .filter(node -> node instanceof Labeled && node.isVisible())
                .map(node -> ((Labeled) node).getText())
                .collect(Collectors.joining("\n"));
    }

    private static AlertBoard board(MemberAnswer... members) {
        return AlertBoard.of(List.of(new ClusterAnswer("eu", List.of(members), Map.of())), SeverityMap.DEFAULT);
    }

    private static MemberAnswer member(String name, MemberAlert... alerts) {
        return new MemberAnswer(
                name, "0.34.2", NOW.minusSeconds(9_999), "ready", List.of(), "", List.of(alerts), List.of());
    }

    private static MemberAlert alert(Map<String, String> labels, long ago, String state, String... silencedBy) {
        return new MemberAlert(
                Labels.of(labels),
                Map.of(),
                NOW.minusSeconds(ago),
                NOW.plusSeconds(240),
                NOW,
                state,
                List.of(silencedBy),
                List.of(),
                List.of(),
                List.of("security-team", "executives"),
                "");
    }
}
