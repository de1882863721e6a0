package io.novacron.oncall.views.controls;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/// How long ago something was, in words short enough for a column; the exact time, local and UTC, stands in the
/// tooltip.
/// FX thread only.
public final class Age extends Label {
    private static final DateTimeFormatter LOCAL =
            DateTimeFormatter.ofPattern("EEE d MMM yyyy HH:mm:ss 'local' (xxx)", Locale.ENGLISH);
    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("EEE d MMM yyyy HH:mm:ss 'UTC'", Locale.ENGLISH);

    private final ZoneId zone;
    private final Tooltip exact = new Tooltip();
    private @Nullable Instant shown;

    /// Begins without a time.
    ///
    /// @param zone the user's own time zone
    public Age(ZoneId zone) {
        this.zone = zone;
        getStyleClass().add("oc-age");
        setTooltip(exact);
    }

    /// Shows how long before `now` the instant `at` was; call it again as time goes on.
    public void show(Instant at, Instant now) {
        setText(between(at, now));
        if (at.equals(shown)) {
            return;
        }
        shown = at;
        exact.setText(LOCAL.format(at.atZone(zone)) + "\n" + UTC.format(at.atZone(ZoneOffset.UTC)));
    }

    /// Two units at most: `now`, `42 s`, `7 min`, `3 h 05 min`, `2 d 4 h`; a time to come is `in 7 min`.
    public static String between(Instant at, Instant now) {
        Duration age = Duration.between(at, now);
        return age.isNegative() && age.abs().toSeconds() > 0 ? "in " + of(age.negated()) : of(age);
    }

    /// The same as a phrase: `now`, `7 min ago`, `in 7 min`.
    public static String ago(Instant at, Instant now) {
        String words = between(at, now);
        return words.equals("now") || words.startsWith("in ") ? words : words + " ago";
    }

    private static String of(Duration age) {
        if (age.toSeconds() < 1) {
            return "now";
        }
        if (age.toMinutes() < 1) {
            return age.toSeconds() + " s";
        }
        if (age.toHours() < 1) {
            return age.toMinutes() + " min";
        }
        if (age.toDays() < 1) {
            return String.format(Locale.ROOT, "%d h %02d min", age.toHours(), age.toMinutesPart());
        }
        return age.toDays() + " d " + age.toHoursPart() + " h";
    }
}
