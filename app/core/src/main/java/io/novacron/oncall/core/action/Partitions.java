package io.novacron.oncall.core.action;

import io.novacron.oncall.core.alert.ClusterAnswer;
import io.novacron.oncall.core.alert.MemberAnswer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The parts into which the members of a cluster have fallen: those whose peer lists do not name each other (reliability guide
 * F53). A silence that one part takes never reaches the other.
 */
final class Partitions {

    private Partitions() {}

    /** host:port of the members of each part, of those that answered; one part where all is well. */
    static List<Set<String>> of(ClusterAnswer answer) {
        List<List<MemberAnswer>> parts = new ArrayList<>();
        for (MemberAnswer member : answer.members()) {
            List<MemberAnswer> joined = new ArrayList<>(List.of(member));
            parts.removeIf(part -> {
                boolean known = part.stream().anyMatch(other -> connected(member, other));
                if (known) {
                    joined.addAll(part);
                }
                return known;
            });
            parts.add(joined);
        }
        List<Set<String>> names = new ArrayList<>();
        for (List<MemberAnswer> part : parts) {
            Set<String> of = new TreeSet<>();
            part.forEach(member -> of.add(member.member()));
            names.add(of);
        }
        names.sort((a, b) -> a.iterator().next().compareTo(b.iterator().next()));
        return names;
    }

    /** A member that names no peer although it gossips says nothing about whom it knows. */
    private static boolean connected(MemberAnswer one, MemberAnswer other) {
        if (alone(one) || alone(other)) {
            return false;
        }
        return one.peers().isEmpty() || other.peers().isEmpty() || !Collections.disjoint(one.peers(), other.peers());
    }

    private static boolean alone(MemberAnswer member) {
        return member.clusterStatus().equals("disabled");
    }
}
