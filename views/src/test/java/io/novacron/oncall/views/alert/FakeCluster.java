package io.novacron.oncall.views.alert;

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
import io.novacron.oncall.core.source.Condition;
import io.novacron.oncall.core.source.Contact;
import io.novacron.oncall.core.source.Fetched;
import io.novacron.oncall.core.source.SilenceSink;
import io.novacron.oncall.core.source.SourceError;
import io.novacron.oncall.core.source.SourceKind;
import io.novacron.oncall.core.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;

/// An Alertmanager cluster in memory, good enough for the views: it lists, silences and expires. Any thread.
public final class FakeCluster implements AlertSource, SilenceSink {
    /// One alert of the cluster, before silences.
    public record Held(
            Labels labels,
            Map<String, String> annotations,
            Instant since,
            List<String> inhibitedBy,
            List<String> mutedBy) {}

    private final String name;
    private final List<String> members;
    private final Clock clock;
    private final List<Held> alerts = new ArrayList<>();
    private final List<Silence> silences = new ArrayList<>();
    private List<Condition> conditions = List.of();
    private Optional<SourceError> failure = Optional.empty();
    private CountDownLatch hold = new CountDownLatch(0);
    private int next = 1;

    public FakeCluster(String name, List<String> members, Clock clock) {
        this.name = name;
        this.members = List.copyOf(members);
        this.clock = clock;
    }

    public synchronized void alerts(List<Held> now) {
        alerts.clear();
        alerts.addAll(now);
    }

    public synchronized void add(Held alert) {
        alerts.add(alert);
    }

    public synchronized List<Silence> active() {
        return silences.stream().filter(Silence::active).toList();
    }

    /// Every read and write fails so from now on; empty for well again.
    public synchronized void fail(Optional<SourceError> error) {
        failure = error;
    }

    public synchronized void conditions(List<Condition> now) {
        conditions = List.copyOf(now);
    }

    /// Posts wait until the latch opens.
    public synchronized void hold(CountDownLatch latch) {
        hold = latch;
    }

    public synchronized String silence(SilenceSpec spec) {
        Instant now = clock.now();
        String id = spec.id().isEmpty()
                ? "%08x-7d6a-4c09-9f1b-%012d".formatted(cluster().hashCode(), next++)
                : spec.id();
        silences.removeIf(held -> held.id().equals(id));
        Instant starts = spec.startsAt().isBefore(now) && spec.startsAt().equals(Instant.EPOCH) ? now : spec.startsAt();
        silences.add(new Silence(
                id,
                SilenceState.ACTIVE,
                spec.matchers(),
                starts,
                spec.endsAt(),
                now,
                spec.createdBy(),
                spec.comment(),
                spec.annotations()));
        return id;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public SourceKind kind() {
        return SourceKind.ALERTMANAGER;
    }

    @Override
    public String cluster() {
        return name;
    }

    @Override
    public List<String> members() {
        return members;
    }

    @Override
    public synchronized Fetched<ClusterAnswer> poll() {
        return answer(
                new ClusterAnswer(name, members.stream().map(this::answerOf).toList(), Collections.emptySortedMap()));
    }

    @Override
    public synchronized Fetched<MemberAnswer> member(String member) {
        return answer(answerOf(member));
    }

    @Override
    public synchronized Fetched<Probe> probe(String member) {
        return answer(new Probe("0.34.2", true, true, clock.now(), Instant.EPOCH));
    }

    @Override
    public Fetched<String> post(String member, SilenceSpec spec) {
        try {
            waiting().await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Fetched.failure(new SourceError.Cancelled("post", Duration.ZERO));
        }
        synchronized (this) {
            return failure.isPresent() ? Fetched.failure(failure.get()) : answer(silence(spec));
        }
    }

    @Override
    public synchronized Fetched<Boolean> expire(String member, String id) {
        silences.replaceAll(held -> !held.id().equals(id)
                ? held
                : new Silence(
                        id,
                        SilenceState.EXPIRED,
                        held.matchers(),
                        held.startsAt(),
                        clock.now(),
                        clock.now(),
                        held.createdBy(),
                        held.comment(),
                        held.annotations()));
        return answer(true);
    }

    @Override
    public synchronized Fetched<Silence> silence(String member, String id) {
        return silences.stream()
                .filter(held -> held.id().equals(id))
                .findFirst()
                .map(this::answer)
                .orElseGet(() -> Fetched.failure(new SourceError.Rejected(member, 404, "")));
    }

    @Override
    public synchronized Fetched<List<Silence>> silences(String member) {
        return answer(List.copyOf(silences));
    }

    @Override
    public Fetched<Boolean> resolve(String member, ResolvedAlert alert) {
        return answer(true);
    }

    private synchronized CountDownLatch waiting() {
        return hold;
    }

    private <T> Fetched<T> answer(T value) {
        if (failure.isPresent()) {
            return Fetched.failure(failure.get());
        }
        var contact = new Contact("0.34.2", "", Duration.ofMillis(23), Duration.ofMillis(140), null, conditions);
        return new Fetched.Answer<>(value, contact);
    }

    private MemberAnswer answerOf(String member) {
        return new MemberAnswer(
                member,
                "0.34.2",
                Instant.EPOCH,
                "ready",
                List.of(),
                "",
                alerts.stream().map(this::told).toList(),
                List.copyOf(silences));
    }

    private MemberAlert told(Held held) {
        var hits = new TreeSet<String>();
        for (Silence silence : silences) {
            if (silence.active() && matches(silence, held.labels())) {
                hits.add(silence.id());
            }
        }
        boolean quiet = !hits.isEmpty() || !held.inhibitedBy().isEmpty();
        return new MemberAlert(
                held.labels(),
                held.annotations(),
                held.since(),
                clock.now().plusSeconds(300),
                clock.now(),
                quiet ? "suppressed" : "active",
                List.copyOf(hits),
                held.inhibitedBy(),
                held.mutedBy(),
                List.of("pager", "team-platform"),
                "https://prometheus.example.com/graph?g0.expr=up");
    }

    private static boolean matches(Silence silence, Labels labels) {
        try {
            return Matching.of(silence.matchers()).matches(labels);
        } catch (MatcherSyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
