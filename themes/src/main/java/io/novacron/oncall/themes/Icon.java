package io.novacron.oncall.themes;

import javafx.scene.layout.Region;

/// The console's icons: our own line drawings on a 16 × 16 grid. Size and colour come from the style sheet
/// (`.oc-icon`, `.oc-icon-shape`).
public enum Icon {
    /// Alerts.
    BELL("M8 1.8a4 4 0 0 0-4 4v2.7l-1.3 2.7h10.6l-1.3-2.7v-2.7a4 4 0 0 0-4-4zM6.5 13.5a1.6 1.6 0 0 0 3 0"),
    /// A silence: nobody is called.
    BELL_OFF("M2 2l12 12M5.4 2.8a4 4 0 0 1 6.6 3v2.7M4 6v2.5l-1.3 2.7h8.5M6.5 13.5a1.6 1.6 0 0 0 3 0"),
    /// Services and what they call.
    TOPOLOGY("M6.2 3.8a1.8 1.8 0 1 1 3.6 0a1.8 1.8 0 1 1-3.6 0M1.9 12.2a1.8 1.8 0 1 1 3.6 0a1.8 1.8 0 1 1-3.6 0"
            + "M10.5 12.2a1.8 1.8 0 1 1 3.6 0a1.8 1.8 0 1 1-3.6 0M7.1 5.5l-2.5 5M8.9 5.5l2.5 5"),
    /// A trace's waterfall.
    TRACES("M2 3.5h6.5M4.5 6.5h6M7 9.5h4.5M9.5 12.5h4.5"),
    /// Log lines.
    LOGS("M2 3.5h12M2 6.5h8.5M2 9.5h11M2 12.5h6.5"),
    /// Dashboards.
    DASHBOARD("M2.5 2.5h4.5v6h-4.5zM9.5 2.5h4v3h-4zM9.5 8.5h4v5h-4zM2.5 11h4.5v2.5h-4.5z"),
    /// Service level objectives.
    GAUGE("M2.3 12.3a6.3 6.3 0 1 1 11.4 0M8 9.5l2.8-3.3"),
    /// Incidents.
    FLAG("M3.5 14v-11.5M3.5 3h8.5l-1.8 3l1.8 3h-8.5"),
    /// The war room's wall.
    MONITOR("M2 3h12v8h-12zM5.5 13.8h5M8 11v2.8"),
    /// Done, in order.
    CHECK("M3 8.5l3.3 3.3l6.7-7"),
    /// Time, waiting, lateness.
    CLOCK("M8 2a6 6 0 1 1 0 12a6 6 0 1 1 0-12zM8 4.8v3.2l2.3 1.6"),
    /// Look out.
    WARNING("M8 2.2l6.3 11.1h-12.6zM8 6.4v3.2M8 11.4v.1"),
    /// Failed, close.
    CROSS("M4 4l8 8M12 4l-8 8"),
    /// Not begun.
    CIRCLE("M8 3a5 5 0 1 1 0 10a5 5 0 1 1 0-10z"),
    /// Half an answer.
    HALF("M8 2.5a5.5 5.5 0 1 1 0 11a5.5 5.5 0 1 1 0-11zM8 2.5v11M8 5.5h4.7M8 8h5.4M8 10.5h4.7"),
    /// A marked place.
    DIAMOND("M8 2.2l5.8 5.8l-5.8 5.8l-5.8-5.8z"),
    /// Stop.
    SQUARE("M3.2 3.2h9.6v9.6h-9.6z"),
    /// Not known.
    QUESTION("M5.6 6a2.4 2.4 0 1 1 3.7 2c-.8.5-1.3 1-1.3 1.9M8 12.3v.1"),
    /// Hidden by a rule.
    EYE_OFF(
            "M2 2l12 12M6.6 6.7a2 2 0 0 0 2.8 2.8M4.3 4.6c-1.4.9-2.4 2.2-2.8 3.4c1 2.5 3.5 4.5 6.5 4.5c1.2 0 2.3-.3 3.3-.8"
                    + "M6.9 3.6c.4-.1.7-.1 1.1-.1c3 0 5.5 2 6.5 4.5c-.3.8-.8 1.6-1.4 2.3"),
    /// A person.
    USER("M8 2.5a2.7 2.7 0 1 1 0 5.4a2.7 2.7 0 1 1 0-5.4zM2.8 13.6c.5-2.6 2.6-3.9 5.2-3.9s4.7 1.3 5.2 3.9"),
    /// A way to somewhere else.
    LINK("M6.7 9.3a2.6 2.6 0 0 0 3.7 0l2.5-2.5a2.6 2.6 0 0 0-3.7-3.7l-1 1"
            + "M9.3 6.7a2.6 2.6 0 0 0-3.7 0l-2.5 2.5a2.6 2.6 0 0 0 3.7 3.7l1-1"),
    /// Search.
    SEARCH("M7 2.5a4.5 4.5 0 1 1 0 9a4.5 4.5 0 1 1 0-9zM10.3 10.3l3.5 3.5"),
    /// Narrow a list.
    FILTER("M2 3h12l-4.7 5.5v4.7l-2.6-1.5v-3.2z"),
    /// To the clipboard.
    COPY("M5.5 5.5h8v8h-8zM5.5 10.5h-3v-8h8v3"),
    /// Access refused.
    LOCK("M3.5 7.2h9v6.3h-9zM5.3 7.2v-2a2.7 2.7 0 0 1 5.4 0v2"),
    /// Trust.
    SHIELD("M8 1.8l5 1.8v4c0 3.2-2 5.5-5 6.6c-3-1.1-5-3.4-5-6.6v-4zM6.3 6.3l3.4 3.4M9.7 6.3l-3.4 3.4"),
    /// No connection.
    UNPLUGGED("M2 2l12 12M2 6.5a9 9 0 0 1 2.8-1.8M7.5 3.7c2.4-.1 4.7.8 6.5 2.8M4.5 9.3a5 5 0 0 1 2.5-1.4M8 12.5v.1"),
    /// Members that disagree.
    SPLIT("M8 14v-5l-4.5-4.5M8 9l4.5-4.5M3.5 7.5v-3h3M9.5 4.5h3v3"),
    /// Dark theme.
    MOON("M13.3 9.6a5.8 5.8 0 0 1-6.9-6.9a5.8 5.8 0 1 0 6.9 6.9z"),
    /// Light theme.
    SUN("M8 5.2a2.8 2.8 0 1 1 0 5.6a2.8 2.8 0 1 1 0-5.6zM8 1.5v1.2M8 13.3v1.2M1.5 8h1.2M13.3 8h1.2"
            + "M3.4 3.4l.9.9M11.7 11.7l.9.9M3.4 12.6l.9-.9M11.7 4.3l.9-.9"),
    /// Ask again.
    REFRESH("M13.2 6.6a5.4 5.4 0 0 0-9.8-1.4M2.8 9.4a5.4 5.4 0 0 0 9.8 1.4M3.2 2.4v3h3M12.8 13.6v-3h-3"),
    /// Keys.
    KEYBOARD("M1.5 4h13v8h-13zM4.2 6.6h.1M6.7 6.6h.1M9.2 6.6h.1M11.7 6.6h.1M5.2 9.5h5.6"),
    /// A letter.
    MAIL("M2 3.5h12v9h-12zM2 4l6 5l6-5"),
    /// Many people talking.
    CHAT("M2.3 3h11.4v7.8h-5.6l-3 2.7v-2.7h-2.8z"),
    /// A telephone.
    PHONE("M5 1.8h6v12.4h-6zM7.3 12h1.4"),
    /// A way that forks.
    ROUTE("M2 8h4.5M6.5 8l3-4h4M6.5 8l3 4h4M11.5 2l2 2l-2 2M11.5 10l2 2l-2 2"),
    /// Back.
    CHEVRON_LEFT("M10 3.5l-4.5 4.5l4.5 4.5"),
    /// On.
    CHEVRON_RIGHT("M6 3.5l4.5 4.5l-4.5 4.5"),
    /// Up, less.
    CHEVRON_UP("M3.5 10l4.5-4.5l4.5 4.5"),
    /// Down, more.
    CHEVRON_DOWN("M3.5 6l4.5 4.5l4.5-4.5");

    private final String path;

    Icon(String path) {
        this.path = path;
    }

    /// A new node that shows this icon. FX thread only.
    public Region node() {
        var node = new GridShape(path, "oc-icon-shape");
        node.getStyleClass().add("oc-icon");
        return node;
    }

    /// The drawing as SVG path data on a 16 × 16 grid, meant to be stroked.
    public String path() {
        return path;
    }
}
