package io.novacron.oncall.demo.alertmanager;

import io.novacron.oncall.core.alert.Labels;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * What the labels of an alert alone decide: its groups and the inhibition rules that it takes part in. One per label set and
 * cluster, shared by the members, so it is compared by identity.
 */
final class Subject {

    /** As notifications and groups list alerts: by job, by instance, then by all labels, those with fewer first. */
    static final Comparator<Subject> ORDER = (one, other) -> one == other ? 0 : compare(one.labels, other.labels);

    private final Labels labels;
    private final String fingerprint;
    private final List<GroupId> groups;
    private final List<Integer> sourceOf;
    private final List<Integer> targetOf;

    Subject(Labels labels, List<GroupId> groups, List<Integer> sourceOf, List<Integer> targetOf) {
        this.labels = labels;
        this.fingerprint = labels.fingerprint();
        this.groups = List.copyOf(groups);
        this.sourceOf = List.copyOf(sourceOf);
        this.targetOf = List.copyOf(targetOf);
    }

    Labels labels() {
        return labels;
    }

    String fingerprint() {
        return fingerprint;
    }

    /** One for each route that takes it, in the order of the tree. */
    List<GroupId> groups() {
        return groups;
    }

    /** Indices of the inhibition rules whose source it may be. */
    List<Integer> sourceOf() {
        return sourceOf;
    }

    /** Indices of the inhibition rules whose target it may be. */
    List<Integer> targetOf() {
        return targetOf;
    }

    private static int compare(Labels one, Labels other) {
        int job = compare(one, other, "job");
        int instance = job != 0 ? job : compare(one, other, "instance");
        return instance != 0 ? instance : compareAll(one, other);
    }

    private static int compare(Labels one, Labels other, String name) {
        if (one.has(name) && other.has(name)) {
            return one.get(name).compareTo(other.get(name));
        }
        return Boolean.compare(other.has(name), one.has(name));
    }

    /** Fewer labels first; at the first difference, who lacks the name comes first, else the smaller value. */
    static int compareAll(Labels one, Labels other) {
        if (one.size() != other.size()) {
            return Integer.compare(one.size(), other.size());
        }
        Iterator<Map.Entry<String, String>> mine = one.byName().entrySet().iterator();
        Iterator<Map.Entry<String, String>> theirs = other.byName().entrySet().iterator();
        while (mine.hasNext()) {
            Map.Entry<String, String> a = mine.next();
            Map.Entry<String, String> b = theirs.next();
            int names = b.getKey().compareTo(a.getKey());
            if (names != 0) {
                return names;
            }
            int values = a.getValue().compareTo(b.getValue());
            if (values != 0) {
                return values;
            }
        }
        return 0;
    }
}
