package io.novacron.oncall.views.alert;

import io.novacron.oncall.core.alert.Alert;
import io.novacron.oncall.core.alert.AlertKey;
import io.novacron.oncall.core.triage.Field;
import io.novacron.oncall.core.triage.Grouping;
import io.novacron.oncall.core.triage.SortBy;
import io.novacron.oncall.core.triage.TriageQuery;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/// How the operator wants to see the alerts. Immutable.
///
/// @param query     what the search field asks for
/// @param picks     values chosen by a click or a key, besides
/// @param collapsed groups of which only the head is shown
/// @param hidden    firings that the operator keeps out of sight here, and here only
/// @param counted   fields to count values of; none while nobody looks
record Wish(
        TriageQuery query,
        Picks picks,
        Grouping grouping,
        SortBy sort,
        Set<GroupRow.GroupId> collapsed,
        Set<Firing> hidden,
        List<Field> counted) {

    static final Wish EVERYTHING = new Wish(
            TriageQuery.EVERYTHING, Picks.NONE, Grouping.FLAT, SortBy.WORST_FIRST, Set.of(), Set.of(), List.of());

    /// Fields whose value is a time that passes.
    private static final Set<Field> AGING = Set.of(Field.Known.AGE, Field.Known.ACKED);

    /// One firing of an alert; the same alert firing anew is another.
    record Firing(AlertKey key, Instant startsAt) {
        static Firing of(Alert alert) {
            return new Firing(alert.key(), alert.startsAt());
        }
    }

    Wish {
        collapsed = Set.copyOf(collapsed);
        hidden = Set.copyOf(hidden);
        counted = List.copyOf(counted);
    }

    Wish query(TriageQuery now) {
        return new Wish(now, picks, grouping, sort, collapsed, hidden, counted);
    }

    Wish picks(Picks now) {
        return new Wish(query, now, grouping, sort, collapsed, hidden, counted);
    }

    Wish grouping(Grouping now) {
        return new Wish(query, picks, now, sort, collapsed, hidden, counted);
    }

    Wish sort(SortBy now) {
        return new Wish(query, picks, grouping, now, collapsed, hidden, counted);
    }

    Wish collapsed(Set<GroupRow.GroupId> now) {
        return new Wish(query, picks, grouping, sort, now, hidden, counted);
    }

    Wish hidden(Set<Firing> now) {
        return new Wish(query, picks, grouping, sort, collapsed, now, counted);
    }

    Wish counted(List<Field> now) {
        return new Wish(query, picks, grouping, sort, collapsed, hidden, now);
    }

    /// Whether what is seen of the same alerts changes as time goes by.
    boolean aged() {
        return AGING.stream()
                .anyMatch(field -> filter().contains(field.text())
                        || counted.contains(field)
                        || (grouping instanceof Grouping.By(List<Field> fields) && fields.contains(field)));
    }

    /// Nothing is filtered away, but for what is hidden here.
    boolean everything() {
        return query.everything() && picks.isEmpty();
    }

    /// The search and the picks as one filter to be kept or handed on.
    String filter() {
        return (query.text() + " " + picks.text()).strip();
    }
}
