package io.novacron.oncall.views.alert;

import io.novacron.oncall.core.triage.Field;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The columns of the list, in the order in which they are made. Widths are px at the text size of a laptop.
enum AlertColumn {
    SEVERITY("Severity", 80, 80, 92, 0, true),
    NAME("Alert", 170, 250, 460, 0, true),
    DIFFERS("What differs", 120, 240, 4000, 3, true),
    SUMMARY("Summary", 120, 300, 4000, 2, true),
    AGE("Age", 92, 92, 120, 0, true),
    STATE("State, why quiet", 132, 220, 520, 0, true),
    DAY("Last 24 h", 96, 110, 180, 4, true),
    OWNER("Acknowledged by", 110, 150, 260, 1, true),
    CLUSTER("Cluster", 80, 92, 150, 5, true),
    CATEGORY("Category", 80, 110, 320, 6, true),
    RECEIVERS("Receivers", 80, 140, 320, 7, false);

    private final String title;
    private final double least;
    private final double usual;
    private final double most;
    private final int dropped;
    private final boolean usually;

    /// @param dropped the higher, the sooner it goes where there is little room; 0 never
    AlertColumn(String title, double least, double usual, double most, int dropped, boolean usually) {
        this.title = title;
        this.least = least;
        this.usual = usual;
        this.most = most;
        this.dropped = dropped;
        this.usually = usually;
    }

    /// As it is saved.
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    String title() {
        return title;
    }

    double least() {
        return least;
    }

    double usual() {
        return usual;
    }

    double most() {
        return most;
    }

    /// What a click on its head orders the list by; null for nothing.
    @Nullable
    Field sort() {
        return switch (this) {
            case SEVERITY -> Field.Known.SEVERITY;
            case NAME -> Field.Known.NAME;
            case AGE -> Field.Known.AGE;
            case STATE -> Field.Known.STATE;
            case OWNER -> Field.Known.OWNER;
            case CLUSTER -> Field.Known.CLUSTER;
            case CATEGORY -> Field.Known.CATEGORY;
            case RECEIVERS -> Field.Known.RECEIVER;
            case DIFFERS, SUMMARY, DAY -> null;
        };
    }

    int dropped() {
        return dropped;
    }

    /// Whether it is in the list before anybody chose.
    boolean usually() {
        return usually;
    }
}
