package io.novacron.oncall.views.alert;

import io.novacron.oncall.core.firing.AlertHistory;
import io.novacron.oncall.core.triage.Categories;
import io.novacron.oncall.views.controls.Age;
import io.novacron.oncall.views.controls.ExactTime;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// What each column says of a line, as it came: for the eye, for the pointer that rests on it and for a screen reader.
/// FX thread only.
final class LineWords {
    /// Whoever is hit by these is told by others than the team on call, so the table says who.
    static final Set<String> TOLD_WIDELY = Set.of("security", "SLA");

    private final ExactTime exact;
    private final Categories categories;
    private final RowHistory history;

    LineWords(ZoneId zone, Categories categories, RowHistory history) {
        this.exact = new ExactTime(zone);
        this.categories = categories;
        this.history = history;
    }

    /// Everything a column says; empty for nothing.
    String of(AlertColumn column, Line line, Instant now) {
        return switch (line) {
            case AlertRow row -> of(column, row, now);
            case GroupRow group -> of(column, group);
        };
    }

    private String of(AlertColumn column, AlertRow row, Instant now) {
        return switch (column) {
            case SEVERITY -> row.severity().mark();
            case NAME -> joined(row.name(), row.replicas());
            case DIFFERS -> row.differs();
            case SUMMARY -> row.summary();
            case AGE -> Age.between(row.startsAt(), now);
            case STATE -> joined(row.state().word(), row.underWay(), row.why());
            case DAY -> history.of(row.key()).map(LineWords::starts).orElse("");
            case OWNER -> joined(row.owner(), since(row, now));
            case CLUSTER -> row.cluster();
            case CATEGORY -> category(row);
            case RECEIVERS -> row.receivers();
        };
    }

    private static String of(AlertColumn column, GroupRow group) {
        return switch (column) {
            case SEVERITY -> group.severity().mark();
            case NAME -> group.title();
            case DIFFERS -> group.shared();
            case STATE -> group.counts();
            case SUMMARY, AGE, DAY, OWNER, CLUSTER, CATEGORY, RECEIVERS -> "";
        };
    }

    /// The whole line for a screen reader.
    String all(Line line, Instant now) {
        return Arrays.stream(AlertColumn.values())
                .map(column -> column == AlertColumn.SEVERITY
                        ? line.severity().mark() + ", " + line.severity().meaning()
                        : of(column, line, now))
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining("; "));
    }

    /// What a pointer that rests on a column is told beyond what is drawn; empty for nothing.
    ///
    /// @param whole whether there was room for all of the column's words
    String hover(AlertColumn column, Line line, Instant now, boolean whole) {
        if (column == AlertColumn.SEVERITY) {
            return line.severity().mark() + ": " + line.severity().meaning();
        }
        if (line instanceof AlertRow row) {
            Instant owned = row.ownedSince();
            if (column == AlertColumn.AGE) {
                return exact.hover(row.startsAt());
            }
            if (column == AlertColumn.OWNER && owned != null) {
                return row.owner() + "\n" + exact.hover(owned);
            }
        }
        return whole ? "" : of(column, line, now);
    }

    /// How long somebody has worked on it; empty where nobody does.
    static String since(AlertRow row, Instant now) {
        Instant at = row.ownedSince();
        return at == null ? "" : Age.between(at, now);
    }

    /// `4×`; `≈` where several series of Prometheus became this one alert.
    static String starts(AlertHistory history) {
        if (history.series() == 0) {
            return "not known";
        }
        return (history.ambiguous() ? "≈ " : "") + history.starts() + "×";
    }

    private String category(AlertRow row) {
        List<String> names = categories.of(row.alert().labels());
        String text = String.join(", ", names);
        return names.stream().anyMatch(TOLD_WIDELY::contains) ? text + " → " + row.receivers() : text;
    }

    private static String joined(String... words) {
        return Arrays.stream(words).filter(word -> !word.isEmpty()).collect(Collectors.joining("  "));
    }
}
