package io.novacron.oncall.core.alert;

import io.novacron.oncall.core.settings.Watchdog;
import io.novacron.oncall.core.silence.Matcher;
import io.novacron.oncall.core.silence.MatcherSyntaxException;
import io.novacron.oncall.core.silence.Matching;
import io.novacron.oncall.core.text.Visible;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Listens for the watchdogs. One that was heard once must go on being heard by itself: the same rule fires in every
 * Prometheus, and every member of every cluster is told by itself, so that one of them that is still heard says nothing of
 * the others (alerts guide §1, dead man's switch; reliability guide F69). It remembers as long as it lives, which is until
 * the settings are read anew. Any thread.
 */
public final class Watchtower {

    /** One way of a watchdog: from whoever sends these labels to one member. */
    private record Way(String cluster, Labels labels, String member) implements Comparable<Way> {

        private static final Comparator<Way> ORDER =
                Comparator.comparing(Way::cluster).thenComparing(Way::labels).thenComparing(Way::member);

        @Override
        public int compareTo(Way other) {
            return ORDER.compare(this, other);
        }
    }

    private final List<Post> posts;
    private List<ClusterAnswer> looked = List.of();
    private Set<AlertKey> keys = Set.of();

    public Watchtower(List<Watchdog> watchdogs) {
        posts = watchdogs.stream().map(Post::new).toList();
    }

    /** What the watchdogs say now, given the last answer of each cluster. */
    public synchronized Watch look(List<ClusterAnswer> answers, Instant now) {
        if (posts.isEmpty()) {
            return new Watch(Set.of(), List.of("no watchdog configured"));
        }
        if (!same(answers, looked)) {
            looked = List.copyOf(answers);
            Set<AlertKey> found = new HashSet<>();
            posts.forEach(post -> post.listen(looked, found));
            keys = Set.copyOf(found);
        }
        List<String> doubts = new ArrayList<>();
        posts.forEach(post -> doubts.addAll(post.doubts(silent(), now)));
        return new Watch(keys, doubts);
    }

    /** To compare every alert of two answers would cost more than to look. */
    @SuppressWarnings("ReferenceEquality") // only an answer that was not looked at yet can bring anything
    private static boolean same(List<ClusterAnswer> a, List<ClusterAnswer> b) {
        boolean same = a.size() == b.size();
        for (int i = 0; same && i < a.size(); i++) {
            same = a.get(i) == b.get(i);
        }
        return same;
    }

    /** {@code cluster/member} of those that did not answer; their source says so already. */
    private Set<String> silent() {
        Set<String> silent = new HashSet<>();
        looked.forEach(
                answer -> answer.silent().keySet().forEach(member -> silent.add(answer.cluster() + "/" + member)));
        return silent;
    }

    /** One watchdog of the settings, and when each of its ways was last heard. */
    private static final class Post {
        private final Watchdog watchdog;
        private final Map<Way, Instant> heard = new TreeMap<>();
        private String unreadable = "";
        private boolean fires;

        Post(Watchdog watchdog) {
            this.watchdog = watchdog;
        }

        void listen(List<ClusterAnswer> answers, Set<AlertKey> found) {
            Matching matching;
            try {
                matching = Matching.of(watchdog.match());
            } catch (MatcherSyntaxException e) {
                unreadable = e.text();
                return;
            }
            fires = false;
            for (ClusterAnswer answer : answers) {
                for (MemberAnswer member : answer.members()) {
                    for (MemberAlert alert : member.alerts()) {
                        if (matching.matches(alert.labels())) {
                            fires = true;
                            found.add(new AlertKey(answer.cluster(), alert.fingerprint()));
                            heard.merge(
                                    new Way(answer.cluster(), alert.labels(), member.member()),
                                    alert.updatedAt(),
                                    (a, b) -> a.isAfter(b) ? a : b);
                        }
                    }
                }
            }
        }

        List<String> doubts(Set<String> silent, Instant now) {
            if (!unreadable.isEmpty()) {
                return List.of("watchdog " + words() + " cannot be understood: " + unreadable);
            }
            if (!fires) {
                return List.of("watchdog " + words() + " does not fire");
            }
            Map<Way, Map<String, Instant>> senders = new LinkedHashMap<>();
            heard.forEach((way, at) -> senders.computeIfAbsent(
                            new Way(way.cluster(), way.labels(), ""), any -> new TreeMap<>())
                    .put(way.member(), at));
            List<String> doubts = new ArrayList<>();
            senders.forEach((sender, byMember) -> {
                Instant last = byMember.values().stream()
                        .max(Comparator.naturalOrder())
                        .orElseThrow();
                if (late(last, now)) {
                    doubts.add(sentence(sender, "", last, now));
                    return;
                }
                byMember.forEach((member, at) -> {
                    if (late(at, now) && !silent.contains(sender.cluster() + "/" + member)) {
                        doubts.add(sentence(sender, " by " + member, at, now));
                    }
                });
            });
            return doubts;
        }

        private boolean late(Instant at, Instant now) {
            return Duration.between(at, now).compareTo(watchdog.within()) > 0;
        }

        private String sentence(Way sender, String by, Instant at, Instant now) {
            return "watchdog " + words() + told(sender) + " was last heard" + by + " "
                    + Duration.between(at, now).toSeconds() + " s ago, limit "
                    + watchdog.within().toSeconds() + " s";
        }

        /** What tells this one from the others: where it is heard, and the labels that its Prometheus adds. */
        private String told(Way sender) {
            Set<String> known = new TreeSet<>(Set.of("alertname", "severity"));
            watchdog.match().forEach(matcher -> known.add(matcher.name()));
            String labels = sender.labels().without(known).byName().entrySet().stream()
                    .map(label -> label.getKey() + "=\"" + Visible.line(label.getValue(), 60) + "\"")
                    .collect(Collectors.joining(", "));
            return " in " + sender.cluster() + (labels.isEmpty() ? "" : " of " + labels);
        }

        private String words() {
            return Matcher.toText(watchdog.match());
        }
    }
}
