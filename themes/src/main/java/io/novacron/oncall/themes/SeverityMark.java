package io.novacron.oncall.themes;

import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

/// The shape of each severity, S1 the worst. Severity is never told by colour alone: the shapes differ in corners, so
/// they are told apart in grey, by the colour-blind and from afar.
public enum SeverityMark {
    /// Worst: octagon.
    S1("s1", "M5 1h6l4 4v6l-4 4h-6l-4-4v-6z"),
    /// Triangle.
    S2("s2", "M8 1.5l7.2 13h-14.4z"),
    /// Diamond.
    S3("s3", "M8 .8l7.2 7.2l-7.2 7.2l-7.2-7.2z"),
    /// Square.
    S4("s4", "M2.2 2.2h11.6v11.6h-11.6z"),
    /// Least: circle.
    S5("s5", "M8 1.8a6.2 6.2 0 1 1 0 12.4a6.2 6.2 0 1 1 0-12.4z"),
    /// No severity we know: a question mark, never the look of a mild one.
    UNKNOWN(
            "unknown",
            "M4 6c0-2.5 1.7-4.2 4.1-4.2s4 1.4 4 3.6c0 1.7-.9 2.5-1.8 3.2c-.8.6-1.1.9-1.1 1.7v.4h-2.5v-.7"
                    + "c0-1.6.8-2.3 1.6-2.9c.7-.5 1.1-.9 1.1-1.6c0-.8-.5-1.3-1.4-1.3s-1.5.6-1.5 1.8zM6.6 12h2.7v2.6h-2.7z");

    private final String name;
    private final String path;

    SeverityMark(String name, String path) {
        this.name = name;
        this.path = path;
    }

    /// A new node that shows the shape in the severity's colour. FX thread only.
    public Region node() {
        var node = new GridShape(path, "oc-severity-shape");
        node.getStyleClass().addAll("oc-severity-mark", styleClass());
        return node;
    }

    /// The shape as SVG path data on a 16 × 16 grid, meant to be filled.
    public String path() {
        return path;
    }

    /// `oc-severity-s1` … `oc-severity-s5`, `oc-severity-unknown`.
    public String styleClass() {
        return "oc-severity-" + name;
    }

    /// The severity's colour for text and marks on a surface of the console.
    public Color fg(Palette palette) {
        return palette.color("-oc-" + token() + "-fg");
    }

    /// The severity's colour for an area on which [#on(Palette)] is written.
    public Color bg(Palette palette) {
        return palette.color("-oc-" + token() + "-bg");
    }

    /// The colour of text on [#bg(Palette)].
    public Color on(Palette palette) {
        return palette.color("-oc-" + token() + "-on");
    }

    private String token() {
        return this == UNKNOWN ? "sx" : name;
    }
}
