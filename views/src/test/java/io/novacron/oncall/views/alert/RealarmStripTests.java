package io.novacron.oncall.views.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.novacron.oncall.core.alert.AlertBoard;
import io.novacron.oncall.core.alert.AlertKey;
import io.novacron.oncall.core.alert.Realarm;
import io.novacron.oncall.core.alert.Realarm.Reason;
import io.novacron.oncall.views.fx.Toolkit;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import org.junit.jupiter.api.Test;

class RealarmStripTests {
    private static final Instant AT = Instant.parse("2026-11-22T03:12:00Z");

    private final List<AlertKey> opened = new ArrayList<>();
    private final List<AlertKey> again = new ArrayList<>();
    private final RealarmStrip strip = Toolkit.call(() -> new RealarmStrip(ZoneOffset.UTC, opened::add, again::add));

    @Test
    void nothingIsShownWhereNothingAlarmsAgain() {
        show();

        assertThat(strip.isVisible()).isFalse();
        assertThat(strip.isManaged()).isFalse();
    }

    @Test
    void aLapseSaysWhenItCameAndOneClickAcknowledgesAnew() {
        Realarm lapsed = new Realarm(key(1), Reason.RAN_OUT, AT, "still fires, the acknowledgement of ana has run out");
        show(lapsed);

        assertThat(texts()).contains(lapsed.text(), "since 03:12:00");
        Toolkit.run(() -> button("Acknowledge").fire());
        Toolkit.run(() -> button("Open").fire());
        assertThat(again).containsExactly(key(1));
        assertThat(opened).containsExactly(key(1));
    }

    @Test
    void threeAreShownAndTheRestIsCounted() {
        show(IntStream.range(0, 5)
                .mapToObj(i -> new Realarm(key(i), Reason.FIRED_AGAIN, AT, "fires again " + i))
                .toArray(Realarm[]::new));

        assertThat(texts()).contains("fires again 2", "and 2 more").doesNotContain("fires again 3");
    }

    private void show(Realarm... realarms) {
        Toolkit.run(() -> strip.show(List.of(realarms), AlertBoard.EMPTY));
    }

    private List<String> texts() {
        return Toolkit.call(() -> strip.getChildren().stream()
                .flatMap(line -> line instanceof Pane pane ? pane.getChildren().stream() : Stream.of(line))
                .filter(Label.class::isInstance)
                .map(label -> ((Label) label).getText())
                .toList());
    }

    private Button button(String text) {
        return strip.getChildren().stream()
                .flatMap(line -> ((Pane) line).getChildren().stream())
                .filter(Button.class::isInstance)
                .map(Button.class::cast)
                .filter(button -> button.getText().equals(text))
                .findFirst()
                .orElseThrow();
    }

    private static AlertKey key(int i) {
        return new AlertKey("eu", "0123456789abcde" + i);
    }
}
