package io.novacron.oncall.core.action;

import static org.assertj.core.api.Assertions.assertThat;

import io.novacron.oncall.core.alert.ClusterAnswer;
import io.novacron.oncall.core.alert.Labels;
import io.novacron.oncall.core.alert.MemberAlert;
import io.novacron.oncall.core.alert.MemberAnswer;
import io.novacron.oncall.core.silence.MatcherSyntaxException;
import io.novacron.oncall.core.silence.Matching;
import io.novacron.oncall.core.silence.Silence;
import io.novacron.oncall.core.silence.SilenceSpec;
import io.novacron.oncall.core.silence.SilenceState;
import io.novacron.oncall.core.source.AlertSource;
import io.novacron.oncall.core.source.Contact;
import io.novacron.oncall.core.source.Fetched;
import io.novacron.oncall.core.source.SilenceSink;
import io.novacron.oncall.core.source.SourceError;
import io.novacron.oncall.core.source.SourceKind;
import io.novacron.oncall.core.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;

/** A pair of Alertmanagers with the real rules of ids and updates, gossip that can be held back, and faults on demand. */
final class FakeCluster implements AlertSource, SilenceSink {

    static final String A = "a:9093";
    static final String B = "b:9093";

    final Set<String> down = ConcurrentHashMap.newKeySet();
    final Set<String> settling = new HashSet<>();
    /** Members that tell how they are but not what fires. */
    final Set<String> blind = new HashSet<>();

    /** Members that fail when asked for one silence. */
    final Set<String> unreadable = new HashSet<>();

    /** Members that let every reader wait: once for 5 s, then for ever. */
    final Set<String> stalled = ConcurrentHashMap.newKeySet();

    private final Set<String> waitedFor = ConcurrentHashMap.newKeySet();

    /** How far the members' clocks are ahead of ours. */
    Duration ahead = Duration.ZERO;

    /** How many more times the first member lists its silences before it dies. */
    int listings = Integer.MAX_VALUE;

    final List<String> posts = new ArrayList<>();
    final List<ResolvedAlert> resolved = new ArrayList<>();
    boolean annotations = true;
    boolean gossip = true;
    /** The next post is carried out, but its answer is lost and the member with it where {@code dies}. */
    boolean loseNextAnswer;

    /** The next post breaks off before the member reads it. */
    boolean breakNextPost;

    boolean dies;
    Runnable beforePost = () -> {};
    Runnable afterPost = () -> {};
    Runnable afterExpire = () -> {};
    boolean ignoreExpiry;

    /** What each member shows as its configuration. */
    String config = "";

    /** The members do not say their version. */
    boolean unnamed;

    /** The members do not know each other. */
    boolean split;

    /** Since when the members run. */
    Duration uptime = Duration.ofDays(1);

    private final Clock clock;
    private final Map<String, Map<String, Silence>> silences = new TreeMap<>();
    private final List<MemberAlert> alerts = new ArrayList<>();
    private int ids;

    FakeCluster(Clock clock) {
        this.clock = clock;
        silences.put(A, new LinkedHashMap<>());
        silences.put(B, new LinkedHashMap<>());
    }

    String fire(String... labels) {
        Map<String, String> byName = new TreeMap<>();
        for (int i = 0; i < labels.length; i += 2) {
            byName.put(labels[i], labels[i + 1]);
        }
        Instant start = clock.now().minusSeconds(60);
        MemberAlert alert = new MemberAlert(
                Labels.of(byName),
                Map.of(),
                start,
                start.plusSeconds(300),
                start,
                "active",
                List.of(),
                List.of(),
                List.of(),
                List.of("pager"),
                "");
        alerts.add(alert);
        return alert.fingerprint();
    }

    /** The members were killed before they wrote their silences down, and started again. */
    void forget() {
        silences.values().forEach(Map::clear);
    }

    /** The same for one of them; the other tells it nothing. */
    void forget(String member) {
        silences.put(member, new LinkedHashMap<>());
    }

    void resolveAll() {
        alerts.clear();
    }

    /** The members know each other again, and each tells the other what it holds. */
    void heal() {
        split = false;
        Map<String, Silence> all = new LinkedHashMap<>();
        silences.values().forEach(all::putAll);
        silences.values().forEach(held -> held.putAll(all));
    }

    List<Silence> active(String member) {
        return all(member).stream().filter(Silence::active).toList();
    }

    /** The silence that is yet to begin. */
    Silence pending(String member, String id) {
        Silence held = silences.getOrDefault(member, Map.of()).get(id);
        assertThat(held).isNotNull().extracting(Silence::state).isEqualTo(SilenceState.PENDING);
        return Objects.requireNonNull(held);
    }

    void put(String member, Silence silence) {
        silences.getOrDefault(member, new LinkedHashMap<>()).put(silence.id(), silence);
    }

    @Override
    public String name() {
        return "am";
    }

    @Override
    public SourceKind kind() {
        return SourceKind.ALERTMANAGER;
    }

    @Override
    public String cluster() {
        return "eu";
    }

    @Override
    public List<String> members() {
        return List.of(A, B);
    }

    @Override
    public Fetched<ClusterAnswer> poll() {
        List<MemberAnswer> answers = new ArrayList<>();
        Map<String, SourceError> silent = new TreeMap<>();
        for (String member : members()) {
            switch (member(member)) {
                case Fetched.Answer<MemberAnswer> good -> answers.add(good.value());
                case Fetched.Failure<MemberAnswer> bad -> silent.put(member, bad.error());
            }
        }
        return answers.isEmpty()
                ? Fetched.failure(unreachable(A))
                : answer(new ClusterAnswer(cluster(), answers, silent));
    }

    @Override
    public Fetched<MemberAnswer> member(String member) {
        if (down.contains(member)) {
            return Fetched.failure(unreachable(member));
        }
        if (stalled.contains(member)) {
            return stall(member);
        }
        if (blind.contains(member)) {
            return Fetched.failure(new SourceError.Broken(member, "no byte for 5 s"));
        }
        return answer(new MemberAnswer(
                member,
                annotations ? "0.34.2" : "0.25.0",
                clock.now().minus(uptime),
                "ready",
                split ? List.of(member) : members(),
                config,
                alerts.stream().map(alert -> quieted(member, alert)).toList(),
                all(member)));
    }

    @Override
    public Fetched<Probe> probe(String member) {
        if (stalled.contains(member)) {
            return stall(member);
        }
        return down.contains(member)
                ? Fetched.failure(unreachable(member))
                : answer(new Probe(
                        unnamed ? "" : annotations ? "0.34.2" : "0.25.0",
                        annotations && !unnamed,
                        !settling.contains(member),
                        clock.now().plus(ahead),
                        clock.now().minusSeconds(86_400)));
    }

    @Override
    public Fetched<String> post(String member, SilenceSpec spec) {
        if (down.contains(member)) {
            return Fetched.failure(unreachable(member));
        }
        Runnable before = beforePost;
        beforePost = () -> {};
        before.run();
        if (breakNextPost) {
            breakNextPost = false;
            return Fetched.failure(new SourceError.Broken(member, "connection reset"));
        }
        if (!spec.endsAt().isAfter(clock.now().plus(ahead))) {
            return Fetched.failure(new SourceError.Rejected(member, 400, "end time can't be in the past"));
        }
        posts.add(member);
        Silence held = silences.getOrDefault(member, Map.of()).get(spec.id());
        Silence was = held == null ? null : aged(held);
        boolean keeps = was != null && keeps(was, spec);
        if (was != null && !keeps && was.state() != SilenceState.EXPIRED) {
            spread(member, ended(was));
        }
        String id = keeps ? spec.id() : String.format("id-%03d", ++ids);
        Instant now = clock.now();
        Silence silence = new Silence(
                id,
                spec.startsAt().isAfter(now) ? SilenceState.PENDING : SilenceState.ACTIVE,
                spec.matchers(),
                spec.startsAt().isBefore(now) && !keeps ? now : spec.startsAt(),
                spec.endsAt(),
                now,
                spec.createdBy(),
                spec.comment(),
                annotations ? spec.annotations() : Map.of());
        spread(member, silence);
        afterPost.run();
        if (loseNextAnswer) {
            loseNextAnswer = false;
            if (dies) {
                down.add(member);
            }
            return Fetched.failure(new SourceError.Broken(member, "no byte for 5 s"));
        }
        return answer(id);
    }

    @Override
    public Fetched<Boolean> expire(String member, String id) {
        if (down.contains(member)) {
            return Fetched.failure(unreachable(member));
        }
        Silence held = silences.getOrDefault(member, Map.of()).get(id);
        if (held == null) {
            return Fetched.failure(new SourceError.Rejected(member, 404, "unknown silence id"));
        }
        if (!ignoreExpiry) {
            spread(member, ended(held));
        }
        afterExpire.run();
        return answer(true);
    }

    @Override
    public Fetched<Silence> silence(String member, String id) {
        if (down.contains(member)) {
            return Fetched.failure(unreachable(member));
        }
        if (unreadable.contains(member)) {
            return Fetched.failure(new SourceError.ServerFault(member, 503, "too many requests"));
        }
        Silence held = silences.getOrDefault(member, Map.of()).get(id);
        return held == null
                ? Fetched.failure(new SourceError.Rejected(member, 404, "unknown silence id"))
                : answer(aged(held));
    }

    @Override
    public Fetched<List<Silence>> silences(String member) {
        if (down.contains(member)) {
            return Fetched.failure(unreachable(member));
        }
        if (member.equals(A) && --listings == 0) {
            down.add(member);
        }
        return answer(all(member));
    }

    @Override
    public Fetched<Boolean> resolve(String member, ResolvedAlert alert) {
        resolved.add(alert);
        return answer(true);
    }

    /** The rule of the server for an update that keeps the id (alerts guide S1). */
    private boolean keeps(Silence before, SilenceSpec spec) {
        return before.matchers().equals(spec.matchers())
                && switch (before.state()) {
                    case ACTIVE ->
                        before.startsAt().getEpochSecond() == spec.startsAt().getEpochSecond();
                    case PENDING -> !spec.startsAt().isBefore(clock.now());
                    case EXPIRED -> false;
                };
    }

    private <T> Fetched<T> stall(String member) {
        try {
            if (waitedFor.add(member)) {
                clock.sleep(Duration.ofSeconds(5));
            } else {
                new CountDownLatch(1).await();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Fetched.failure(new SourceError.Broken(member, "no byte for 5 s"));
    }

    private Silence ended(Silence held) {
        return new Silence(
                held.id(),
                SilenceState.EXPIRED,
                held.matchers(),
                held.startsAt(),
                clock.now(),
                clock.now(),
                held.createdBy(),
                held.comment(),
                held.annotations());
    }

    List<Silence> all(String member) {
        return silences.getOrDefault(member, Map.of()).values().stream()
                .map(this::aged)
                .toList();
    }

    private Silence aged(Silence silence) {
        return !silence.active() || clock.now().isBefore(silence.endsAt())
                ? silence
                : new Silence(
                        silence.id(),
                        SilenceState.EXPIRED,
                        silence.matchers(),
                        silence.startsAt(),
                        silence.endsAt(),
                        silence.updatedAt(),
                        silence.createdBy(),
                        silence.comment(),
                        silence.annotations());
    }

    private void spread(String member, Silence silence) {
        for (String place : members()) {
            if (place.equals(member) || (gossip && !split && !down.contains(place))) {
                put(place, silence);
            }
        }
    }

    private MemberAlert quieted(String member, MemberAlert alert) {
        List<String> by = active(member).stream()
                .filter(silence -> hits(silence, alert))
                .map(Silence::id)
                .toList();
        return new MemberAlert(
                alert.labels(),
                alert.annotations(),
                alert.startsAt(),
                alert.endsAt(),
                alert.updatedAt(),
                by.isEmpty() ? "active" : "suppressed",
                by,
                List.of(),
                List.of(),
                List.of("pager"),
                "");
    }

    private static boolean hits(Silence silence, MemberAlert alert) {
        try {
            return Matching.of(silence.matchers()).matches(alert.labels());
        } catch (MatcherSyntaxException e) {
            throw new AssertionError(e);
        }
    }

    private static <T> Fetched<T> answer(T value) {
        return new Fetched.Answer<>(value, new Contact("", "", Duration.ZERO, null, null, List.of()));
    }

    private static SourceError unreachable(String member) {
        return new SourceError.Unreachable(member, "connection refused");
    }
}
