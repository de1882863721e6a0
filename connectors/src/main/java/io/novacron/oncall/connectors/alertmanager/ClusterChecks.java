package io.novacron.oncall.connectors.alertmanager;

import io.novacron.oncall.core.source.Condition;
import io.novacron.oncall.core.source.Fetched;
import io.novacron.oncall.core.source.SourceState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What the members of a cluster say about each other. Pure; judges those that answered. */
final class ClusterChecks {

    /** Clocks may differ by a second; two Date headers add one more, each known to half its round trip. */
    private static final Duration PROVEN_APART = Duration.ofSeconds(2);

    private static final Duration LEAST_APART = Duration.ofMillis(2_500);

    private ClusterChecks() {}

    static List<Condition> of(List<Fetched.Answer<MemberReading>> answers) {
        List<MemberReading> members =
                answers.stream().map(Fetched.Answer::value).toList();
        List<Condition> conditions = new ArrayList<>();
        split(members, conditions);
        settling(members, conditions);
        skewed(answers, conditions);
        configuration(members, conditions);
        return conditions;
    }

    /** Partitions are members whose peer lists do not name each other (reliability guide F53). */
    private static List<List<MemberReading>> partitions(List<MemberReading> members) {
        List<List<MemberReading>> partitions = new ArrayList<>();
        for (MemberReading member : members) {
            List<MemberReading> joined = new ArrayList<>(List.of(member));
            partitions.removeIf(partition -> {
                boolean known = partition.stream().anyMatch(other -> connected(member, other));
                if (known) {
                    joined.addAll(partition);
                }
                return known;
            });
            partitions.add(joined);
        }
        return partitions;
    }

    private static boolean connected(MemberReading one, MemberReading other) {
        return one.gossips() && other.gossips() && one.knows(other);
    }

    private static void split(List<MemberReading> members, List<Condition> conditions) {
        List<List<MemberReading>> partitions = partitions(members);
        if (partitions.size() < 2) {
            return;
        }
        List<String> names = new ArrayList<>();
        for (List<MemberReading> partition : partitions) {
            names.add(named(partition));
        }
        names.sort(null);
        StringBuilder sentence =
                new StringBuilder("members do not know each other: ").append(String.join(" | ", names));
        members.stream()
                .filter(member -> !member.gossips())
                .forEach(member ->
                        sentence.append("; ").append(member.answer().member()).append(" runs without a cluster"));
        conditions.add(new Condition(SourceState.SPLIT, sentence.toString()));
    }

    private static void settling(List<MemberReading> members, List<Condition> conditions) {
        List<MemberReading> settling =
                members.stream().filter(MemberReading::settling).toList();
        if (!settling.isEmpty()) {
            conditions.add(new Condition(SourceState.SETTLING, named(settling) + " joins its cluster"));
        }
    }

    private static void skewed(List<Fetched.Answer<MemberReading>> answers, List<Condition> conditions) {
        for (int i = 0; i < answers.size(); i++) {
            for (int j = i + 1; j < answers.size(); j++) {
                Duration apart = apart(answers.get(i), answers.get(j));
                if (!apart.isZero()) {
                    conditions.add(new Condition(
                            SourceState.SKEWED,
                            String.format(
                                    Locale.ROOT,
                                    "clocks of %s and %s differ by about %d s",
                                    answers.get(i).value().answer().member(),
                                    answers.get(j).value().answer().member(),
                                    Math.round(apart.toMillis() / 1000.0))));
                }
            }
        }
    }

    /** Zero unless the difference is proven to be more than a second. */
    private static Duration apart(Fetched.Answer<MemberReading> one, Fetched.Answer<MemberReading> other) {
        Duration mine = one.contact().skew();
        Duration theirs = other.contact().skew();
        if (mine == null || theirs == null) {
            return Duration.ZERO;
        }
        Duration apart = mine.minus(theirs).abs();
        Duration roundTrips = one.value().roundTrip().plus(other.value().roundTrip());
        Duration doubt = PROVEN_APART.plus(roundTrips.dividedBy(2));
        boolean proven = apart.compareTo(doubt) > 0 && apart.compareTo(LEAST_APART) > 0;
        return proven ? apart : Duration.ZERO;
    }

    /** Only within one version: each writes its own defaults into the text. */
    private static void configuration(List<MemberReading> members, List<Condition> conditions) {
        Map<String, Set<String>> byVersion = new LinkedHashMap<>();
        for (MemberReading member : members) {
            byVersion
                    .computeIfAbsent(member.answer().version(), version -> new LinkedHashSet<>())
                    .add(member.answer().config());
        }
        if (byVersion.values().stream().anyMatch(texts -> texts.size() > 1)) {
            conditions.add(
                    new Condition(SourceState.PARTIAL, "configuration differs between members: " + named(members)));
        }
    }

    private static String named(List<MemberReading> members) {
        return String.join(
                ", ",
                members.stream()
                        .map(member -> member.answer().member())
                        .sorted()
                        .toList());
    }
}
