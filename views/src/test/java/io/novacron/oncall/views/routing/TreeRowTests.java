package io.novacron.oncall.views.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.novacron.oncall.core.alert.Labels;
import io.novacron.oncall.core.routing.ConfigException;
import io.novacron.oncall.core.routing.Routing;
import io.novacron.oncall.core.routing.Visit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TreeRowTests {
    @Test
    void aSmallTreeShowsTheOtherBranchesByTheirFirstRoute() throws ConfigException {
        List<TreeRow> rows = TreeRow.of(visit(2), false);
        assertThat(rows).hasSize(4);
        assertThat(rows.get(1)).isInstanceOfSatisfying(TreeRow.Of.class, row -> {
            assertThat(row.step()).isEqualTo(Visit.Step.NO_MATCH);
            assertThat(row.matchers()).isEqualTo("n=\"0\"");
            assertThat(row.below()).isEqualTo(1);
            assertThat(row.depth()).isEqualTo(1);
        });
        assertThat(rows.get(3))
                .isInstanceOfSatisfying(
                        TreeRow.Of.class, row -> assertThat(row.step()).isEqualTo(Visit.Step.TAKES));
    }

    @Test
    void aBigTreeFoldsWhatTheAlertDidNotComeThrough() throws ConfigException {
        Visit visit = visit(100);
        List<TreeRow> folded = TreeRow.of(visit, false);
        assertThat(folded).hasSize(3);
        assertThat(folded.get(1)).isEqualTo(new TreeRow.Folded(1, 200));
        assertThat(TreeRow.of(visit, true)).hasSize(102);
    }

    @Test
    void aHostileTreeIsCutAndTheRestCounted() throws ConfigException {
        List<TreeRow> rows = TreeRow.of(visit(2_000), true);
        assertThat(rows).hasSize(TreeRow.MOST + 1);
        assertThat(rows.getLast()).isEqualTo(new TreeRow.Folded(0, 2_002 - TreeRow.MOST));
    }

    /// Routes that do not match, each with one below, and a last one that takes the alert.
    private static Visit visit(int others) throws ConfigException {
        var yaml = new StringBuilder("receivers: [{name: a}, {name: b}]\nroute:\n  receiver: a\n  routes:\n");
        for (int i = 0; i < others; i++) {
            yaml.append("    - {matchers: ['n=\"").append(i).append("\"'], routes: [{receiver: b}]}\n");
        }
        yaml.append("    - {receiver: b, matchers: ['x=\"1\"']}\n");
        return Routing.of(yaml.toString()).visit(Labels.of(Map.of("x", "1")));
    }
}
