package io.novacron.oncall.demo.alertmanager;

import io.novacron.oncall.core.alert.Labels;
import io.novacron.oncall.core.routing.InhibitRule;
import io.novacron.oncall.core.routing.Route;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;

/** The subjects of one cluster, each made once and forgotten when no member holds it any more. One thread at a time. */
final class Subjects {

    private final AlertmanagerConfig config;
    private final Map<Labels, WeakReference<Subject>> known = new WeakHashMap<>();
    private final Map<GroupId, WeakReference<GroupId>> groups = new WeakHashMap<>();

    Subjects(AlertmanagerConfig config) {
        this.config = config;
    }

    Subject of(Labels labels) {
        WeakReference<Subject> reference = known.get(labels);
        Subject subject = reference == null ? null : reference.get();
        if (subject == null) {
            subject = made(labels);
            // the entry lives as long as its subject, which holds the very key
            known.remove(labels);
            known.put(labels, new WeakReference<>(subject));
        }
        return subject;
    }

    private Subject made(Labels labels) {
        List<GroupId> mine = new ArrayList<>();
        for (Route route : config.routing().root().taking(labels)) {
            mine.add(shared(new GroupId(route, route.grouping().of(labels))));
        }
        List<Integer> sourceOf = new ArrayList<>();
        List<Integer> targetOf = new ArrayList<>();
        for (int i = 0; i < config.routing().inhibitRules().size(); i++) {
            InhibitRule rule = config.routing().inhibitRules().get(i);
            if (rule.source().matches(labels)) {
                sourceOf.add(i);
            }
            if (rule.target().matches(labels)) {
                targetOf.add(i);
            }
        }
        return new Subject(labels, mine, sourceOf, targetOf);
    }

    private GroupId shared(GroupId id) {
        WeakReference<GroupId> reference = groups.get(id);
        GroupId found = reference == null ? null : reference.get();
        if (found != null) {
            return found;
        }
        groups.put(id, new WeakReference<>(id));
        return id;
    }
}
