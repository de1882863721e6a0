package io.novacron.oncall.views.canvas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.novacron.oncall.themes.Fonts;
import io.novacron.oncall.views.fx.Toolkit;
import java.util.List;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TextFitTests {
    private static final String LONG = "component=vm-manager  job=vm-manager-2.eu-west.novacron.example:9100";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "StorageErrorsHigh",
                "AVATAR To. We, fi ffl Ty P. 11:17",
                "Zürich × 3 replicas",
                "a  b   c",
                "日本語 and Latin",
                LONG
            })
    void addsUpToTheWidthThatJavaFxSets(String text) {
        Toolkit.run(() -> {
            for (Font font : List.of(Fonts.text(13), Fonts.strong(12), Fonts.mono(13), Fonts.text(24))) {
                var set = new Text(text);
                set.setFont(font);
                assertThat(new TextFit().width(text, font))
                        .as(font.getName())
                        .isCloseTo(set.getLayoutBounds().getWidth(), within(1.0));
            }
        });
    }

    @Test
    void cutsToTheLongestBeginningThatFitsWithItsMark() {
        Toolkit.run(() -> {
            var fit = new TextFit();
            Font font = Fonts.text(13);
            double whole = fit.width(LONG, font);
            assertThat(fit.fit(LONG, font, whole)).isEqualTo(LONG);
            for (double room : new double[] {0, 5, 20, 100, whole - 0.5}) {
                String cut = fit.fit(LONG, font, room);
                assertThat(fit.width(cut, font)).isLessThanOrEqualTo(room);
                if (!cut.isEmpty()) {
                    assertThat(cut).endsWith("…");
                    String longer = LONG.substring(0, cut.length()) + "…";
                    assertThat(fit.width(longer, font)).isGreaterThan(room);
                }
            }
        });
    }
}
