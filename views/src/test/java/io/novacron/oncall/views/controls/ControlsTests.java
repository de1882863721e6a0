package io.novacron.oncall.views.controls;

import static org.assertj.core.api.Assertions.assertThat;

import io.novacron.oncall.core.alert.AlertState;
import io.novacron.oncall.core.alert.Severity;
import io.novacron.oncall.core.source.SourceState;
import io.novacron.oncall.core.text.Visible;
import io.novacron.oncall.themes.Icon;
import io.novacron.oncall.themes.SeverityMark;
import io.novacron.oncall.views.fx.Toolkit;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ControlsTests {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "PT0S,now",
        "PT0.9S,now",
        "PT1S,1 s",
        "PT59.999S,59 s",
        "PT1M,1 min",
        "PT59M59S,59 min",
        "PT3H5M,3 h 05 min",
        "PT23H59M,23 h 59 min",
        "PT52H,2 d 4 h",
        "PT-7M,in 7 min"
    })
    void anAgeIsSaidInTwoUnitsAtMost(Duration age, String words) {
        assertThat(Age.between(NOW.minus(age), NOW)).isEqualTo(words);
    }

    @Test
    void theTooltipOfAnAgeTellsLocalAndUtc() {
        Toolkit.run(() -> {
            var age = new Age(ZoneId.of("Asia/Kolkata"));
            age.show(NOW, NOW.plusSeconds(90));
            assertThat(age.getText()).isEqualTo("1 min");
            assertThat(age.getTooltip().getText())
                    .isEqualTo("Sun 22 Nov 2026 17:30:00 local (+05:30)\nSun 22 Nov 2026 12:00:00 UTC");
        });
    }

    @Test
    void everySeverityHasAShapeOfItsOwnAndSaysItsWord() {
        Toolkit.run(() -> {
            var shapes = new HashSet<SeverityMark>();
            var badge = new SeverityBadge();
            for (Severity severity : Severity.values()) {
                badge.show(severity);
                assertThat(badge.getText()).isEqualTo(severity.mark());
                assertThat(badge.getStyleClass())
                        .containsExactly(
                                "label",
                                "oc-severity",
                                SeverityBadge.mark(severity).styleClass());
                shapes.add(SeverityBadge.mark(severity));
            }
            assertThat(shapes).hasSize(Severity.values().length);
        });
    }

    @Test
    void aChipShownAgainForgetsItsFormerState() {
        Toolkit.run(() -> {
            var chip = StateChip.source();
            chip.show(SourceState.EMPTY_SUSPECT, "am-1");
            assertThat(chip.getText()).isEqualTo("am-1  EMPTY-SUSPECT");
            chip.show(SourceState.LIVE, "am-1");
            assertThat(chip.getText()).isEqualTo("am-1");
            assertThat(chip.getAccessibleText()).isEqualTo("am-1, LIVE");
            assertThat(chip.getStyleClass()).containsExactly("label", "oc-source-chip", "oc-source-live");
        });
    }

    @Test
    void everyAlertStateIsShownByItsWord() {
        Toolkit.run(() -> {
            var chip = StateChip.small();
            for (AlertState state : AlertState.values()) {
                chip.show(state);
                assertThat(chip.getText()).isEqualTo(state.word());
                assertThat(chip.getStyleClass()).contains("oc-alert-" + state.word());
            }
        });
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings =
                    "F80 F82 F84 F85 control characters and overrides are escaped, long text cut, underscores kept [fake]")
    void hostileTextIsShownEscapedCutAndWithItsUnderscores(String row) {
        Toolkit.run(() -> {
            var label = new Label();
            SafeText.show(label, "node_cpu_\u202Eseconds");
            assertThat(label.getText()).isEqualTo("node_cpu_U+202Eseconds");
            assertThat(label.isMnemonicParsing()).isFalse();
            assertThat(label.getStyleClass()).contains("oc-escaped");
            SafeText.show(label, "a".repeat(10_000));
            assertThat(label.getText())
                    .startsWith("a".repeat(Visible.CELL) + "…")
                    .contains("10000");
            assertThat(label.getStyleClass()).doesNotContain("oc-escaped");
        });
        System.out.println("fault row " + row);
    }

    @Test
    void aFailedPlaceholderLooksUnlikeAnEmptyOneAndOffersItsWayOut() {
        Toolkit.run(() -> {
            var asked = new AtomicInteger();
            var failed = Placeholder.failed("prom-a does not answer.").wayOut("Ask again", asked::incrementAndGet);
            var empty = Placeholder.empty(Icon.CHECK, "No alert matches.");
            ((Button) failed.getChildren().getLast()).fire();
            assertThat(asked).hasValue(1);
            assertThat(failed.getStyleClass()).contains("oc-placeholder-error");
            assertThat(empty.getStyleClass()).doesNotContain("oc-placeholder-error");
        });
    }

    @ParameterizedTest
    @CsvSource({"Ctrl+K,3", "J,2", "Ctrl++,3", "+,2"})
    void everyKeyGetsACapOfItsOwn(String keys, int children) {
        Toolkit.run(() -> assertThat(new KeyHint(keys, "search").getChildren()).hasSize(children));
    }
}
