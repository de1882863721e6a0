package io.novacron.oncall.core.alert;

import io.novacron.oncall.core.source.SourceError;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One poll of an Alertmanager cluster: the members that answered and, for the others, why they did not.
 *
 * @param cluster the cluster's name in the configuration
 * @param silent host:port of each member that did not answer, with its error
 */
public record ClusterAnswer(String cluster, List<MemberAnswer> members, SortedMap<String, SourceError> silent) {

    public ClusterAnswer {
        members = List.copyOf(members);
        silent = Collections.unmodifiableSortedMap(new TreeMap<>(silent));
    }

    public ClusterAnswer(String cluster, List<MemberAnswer> members, Map<String, SourceError> silent) {
        this(cluster, members, new TreeMap<>(silent));
    }

    /** How many members the configuration names. */
    public int configured() {
        return members.size() + silent.size();
    }

    /** What these members alone answered. */
    public ClusterAnswer only(Set<String> chosen) {
        return new ClusterAnswer(
                cluster,
                members.stream()
                        .filter(member -> chosen.contains(member.member()))
                        .toList(),
                Map.of());
    }
}
