package io.novacron.oncall.core.triage;

/**
 * What rows are ordered by: severity worst first, age longest first, acknowledgements oldest first, texts naturally (2 before 10), a missing one last in
 * either direction; ties by start, then by identity (alerts guide A10).
 */
public record SortBy(Field field, boolean descending) {

    /** Worst first, of those the longest firing. */
    public static final SortBy WORST_FIRST = new SortBy(Field.Known.SEVERITY, false);
}
