package io.novacron.oncall.themes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// WCAG 2.2 AA computed for the tokens of every theme: 4.5 for text (1.4.3), 3.0 for marks (1.4.11).
class ContrastTests {
    private static final double TEXT = 4.5;
    private static final double MARK = 3.0;
    private static final List<String> SURFACES = List.of(
            "-oc-surface-window",
            "-oc-surface-panel",
            "-oc-surface-rail",
            "-oc-surface-strip",
            "-oc-surface-raised",
            "-oc-surface-inset",
            "-oc-surface-hover",
            "-oc-selection",
            "-oc-selection-focused");
    private static final List<String> PLAIN = List.of("-oc-surface-window", "-oc-surface-panel", "-oc-surface-rail");

    @Test
    void blackOnWhiteIsTwentyOneToOneAndAColourOnItselfIsOne() {
        assertThat(Contrast.ratio(Color.BLACK, Color.WHITE)).isEqualTo(21.0);
        assertThat(Contrast.ratio(Color.web("#767676"), Color.WHITE)).isBetween(4.5, 4.6);
        assertThat(Contrast.distance(Color.TEAL, Color.TEAL)).isZero();
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void everyForegroundReadsOnItsBackground(Theme theme) {
        var palette = Palette.of(theme);
        var poor = new ArrayList<String>();
        var pairs = palette.tokens().stream()
                .filter(name -> name.startsWith("-oc-") && name.endsWith("-bg"))
                .map(name -> name.substring(0, name.length() - "-bg".length()))
                .sorted()
                .toList();
        assertThat(pairs).hasSizeGreaterThan(30);
        for (String pair : pairs) {
            String onIt = palette.tokens().contains(pair + "-on") ? pair + "-on" : pair + "-fg";
            need(palette, onIt, pair + "-bg", TEXT, poor);
        }
        assertThat(poor).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void textReadsOnEverySurface(Theme theme) {
        var palette = Palette.of(theme);
        var poor = new ArrayList<String>();
        for (String surface : SURFACES) {
            need(palette, "-oc-text", surface, TEXT, poor);
            need(palette, "-oc-text-muted", surface, TEXT, poor);
            need(palette, "-oc-text-dimmed", surface, surface.contains("selection") ? MARK : TEXT, poor);
            for (String word : List.of("-oc-link", "-oc-good-fg", "-oc-bad-fg", "-oc-note-fg", "-oc-doubt-fg")) {
                need(palette, word, surface, TEXT, poor);
            }
            for (SeverityMark mark : SeverityMark.values()) {
                need(mark + " on " + surface, mark.fg(palette), palette.color(surface), TEXT, poor);
            }
        }
        need(palette, "-color-fg-emphasis", "-color-accent-emphasis", TEXT, poor);
        need(palette, "-color-fg-emphasis", "-color-accent-6", TEXT, poor);
        assertThat(poor).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void marksStandOutFromTheSurfaceTheyAreDrawnOn(Theme theme) {
        var palette = Palette.of(theme);
        var poor = new ArrayList<String>();
        for (String surface : PLAIN) {
            for (int i = 0; i < Palette.SERIES; i++) {
                need("series " + i + " on " + surface, palette.series(i), palette.color(surface), MARK, poor);
            }
            for (String mark : List.of("-oc-edge", "-oc-axis", "-oc-critical-path", "-oc-focus")) {
                need(palette, mark, surface, MARK, poor);
            }
        }
        need(palette, "-oc-focus", "-oc-selection-focused", MARK, poor);
        assertThat(poor).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void severitiesAndSeriesAreToldApart(Theme theme) {
        var palette = Palette.of(theme);
        var alike = new ArrayList<String>();
        var marks = SeverityMark.values();
        for (int i = 0; i < marks.length; i++) {
            for (int j = i + 1; j < marks.length; j++) {
                apart(marks[i] + " and " + marks[j], marks[i].fg(palette), marks[j].fg(palette), 20, alike);
                apart("areas " + marks[i] + " and " + marks[j], marks[i].bg(palette), marks[j].bg(palette), 10, alike);
            }
        }
        for (int i = 0; i < Palette.SERIES; i++) {
            for (int j = i + 1; j < Palette.SERIES; j++) {
                apart("series " + i + " and " + j, palette.series(i), palette.series(j), 20, alike);
            }
        }
        assertThat(alike).isEmpty();
    }

    private static void need(Palette palette, String fg, String bg, double least, List<String> poor) {
        need(fg + " on " + bg, palette.color(fg), palette.color(bg), least, poor);
    }

    private static void need(String what, Color fg, Color bg, double least, List<String> poor) {
        double ratio = Contrast.ratio(fg, bg);
        if (ratio < least) {
            poor.add(String.format("%s: %.2f < %.1f", what, ratio, least));
        }
    }

    private static void apart(String what, Color a, Color b, double least, List<String> alike) {
        double distance = Contrast.distance(a, b);
        if (distance < least) {
            alike.add(String.format("%s: %.1f < %.0f", what, distance, least));
        }
    }
}
