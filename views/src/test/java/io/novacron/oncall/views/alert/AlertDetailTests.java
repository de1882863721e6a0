package io.novacron.oncall.views.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.novacron.oncall.core.alert.Alert;
import io.novacron.oncall.core.alert.AlertBoard;
import io.novacron.oncall.core.settings.Role;
import io.novacron.oncall.views.fx.Toolkit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AlertDetailTests {
    private final NightShift night = new NightShift(Role.RESPONDER).busy();
    private final AlertBoard board = night.monitor.alerts();

    @BeforeEach
    void start() {
        Toolkit.run(() -> {});
    }

    @AfterEach
    void close() {
        night.close();
    }

    @Test
    void onlyTheOpenTabHearsOfAlertsAndAnotherCatchesUpWhenItIsOpened() {
        Toolkit.run(() -> {
            var first = new Side("One");
            var second = new Side("Two");
            var detail = new AlertDetail(List.of(first, second));
            Alert alert = board.alerts().getFirst();
            detail.show(alert, board, NightShift.NOW);
            assertThat(first.seen).containsExactly(alert);
            assertThat(second.seen).isEmpty();
            detail.turn(1);
            assertThat(second.seen).containsExactly(alert);
            assertThat(detail.getCenter()).isSameAs(second.view());
            Alert other = board.alerts().get(1);
            detail.show(other, board, NightShift.NOW);
            assertThat(first.seen).containsExactly(alert);
            assertThat(second.seen).containsExactly(alert, other);
        });
    }

    @Test
    void tabsTurnInACircleAndAClickOpensOne() {
        Toolkit.run(() -> {
            var first = new Side("One");
            var second = new Side("Two_three");
            var detail = new AlertDetail(List.of(first, second));
            detail.turn(-1);
            assertThat(detail.getCenter()).isSameAs(second.view());
            detail.turn(1);
            assertThat(detail.getCenter()).isSameAs(first.view());
            var tab = (ToggleButton) detail.lookupAll(".oc-tab").stream()
                    .filter(node -> node instanceof ToggleButton button
                            && button.getText().equals("Two_three"))
                    .findFirst()
                    .orElseThrow();
            tab.fire();
            tab.fire();
            assertThat(detail.getCenter()).isSameAs(second.view());
            assertThat(tab.isSelected()).isTrue();
            assertThat(tab.isMnemonicParsing()).isFalse();
        });
    }

    @Test
    void aSingleSideNeedsNoTabs() {
        Toolkit.run(() ->
                assertThat(new AlertDetail(List.of(new Side("One"))).getTop()).isNull());
    }

    private static final class Side implements AlertPane {
        private final String title;
        private final Label node = new Label();
        private final List<Alert> seen = new ArrayList<>();

        Side(String title) {
            this.title = title;
        }

        @Override
        public String title() {
            return title;
        }

        @Override
        public Node view() {
            return node;
        }

        @Override
        public void show(Alert alert, AlertBoard board, Instant now) {
            seen.add(alert);
        }
    }
}
