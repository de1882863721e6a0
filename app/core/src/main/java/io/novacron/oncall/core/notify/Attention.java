package io.novacron.oncall.core.notify;

import io.novacron.oncall.core.alert.Alert;
import io.novacron.oncall.core.alert.AlertBoard;
import io.novacron.oncall.core.alert.AlertKey;
import io.novacron.oncall.core.alert.Realarm;
import io.novacron.oncall.core.alert.Severity;
import io.novacron.oncall.core.alert.Watch;
import io.novacron.oncall.core.settings.NotifySettings;
import io.novacron.oncall.core.source.SourceKind;
import io.novacron.oncall.core.source.SourceStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Decides what the operator is told of, from one board after the other. A firing is told once, whatever happens to its row
 * meanwhile (alerts guide A9); a storm is one notice a group and minute; what flaps is told once in five minutes, the usual
 * {@code group_interval}. No input or output of its own, and no clock: the same moments give the same notices. One thread.
 */
public final class Attention {

    private static final Duration FLAPPING = Duration.ofMinutes(5);
    private static final Duration UNSEEN = Duration.ofSeconds(60);

    /** How things stand when {@link #look} is called; a board is scanned once only, so the same one must be the same object. */
    public record Moment(
            Instant now, AlertBoard board, List<SourceStatus> sources, Watch watch, List<Realarm> realarms) {}

    /** What one heard of stays the same for as long as these do. */
    private record Heard(AlertKey key, Realarm.Reason reason, Instant since) {

        static Heard of(Realarm realarm) {
            return new Heard(realarm.key(), realarm.reason(), realarm.since());
        }
    }

    private final Policy policy;
    private final boolean watchdogs;
    private final SeenAlerts seen;
    private final Budget budget = new Budget();
    private final Pipeline pipeline = new Pipeline();
    private final FiringDrafts firing;
    private final Set<String> met = new HashSet<>();
    private final Set<Heard> heard = new HashSet<>();
    private @Nullable AlertBoard scanned;
    private long lastId;

    /**
     * Begins with what was kept of earlier sessions.
     *
     * @param watchdogs whether any is configured; then its loss is told
     */
    public Attention(NotifySettings settings, boolean watchdogs, Collection<SeenFiring> kept) {
        policy = new Policy(settings);
        this.watchdogs = watchdogs;
        seen = new SeenAlerts(kept);
        firing = new FiringDrafts(policy, seen, FLAPPING);
    }

    /** The notices to raise now, the most urgent first. */
    public List<Notice> look(Moment moment) {
        Instant now = moment.now();
        budget.tick(now);
        if (moment.board() != scanned) {
            scanned = moment.board();
            seen.scan(moment.board(), moment.watch().watchdogs(), live(moment.sources()), now, policy::worth);
        }
        List<Notice> raised = new ArrayList<>();
        outages(moment, raised);
        realarms(moment, raised);
        List<Draft> fresh = firing.of(moment.board(), now, met, budget);
        List<Draft> pages = fresh.stream().filter(Draft::page).toList();
        raiseAll(fit(pages, budget.left(true), now), now, raised);
        repeat(now, raised);
        List<Draft> others = fresh.stream().filter(draft -> !draft.page()).toList();
        raiseAll(fit(others, budget.left(false), now), now, raised);
        firing.followers().forEach(this::follow);
        moment.sources().stream()
                .filter(source -> source.kind() == SourceKind.ALERTMANAGER && source.lastGood() != null)
                .forEach(source -> met.add(source.cluster()));
        return raised;
    }

    /** Somebody looked at this alert: what was told together with it need not ring again. */
    public void looked(AlertKey key) {
        seen.lookedAt(key);
    }

    /** Somebody looked at this notice. */
    public void looked(Notice notice) {
        if (notice.kind() == Notice.Kind.REPEAT) {
            seen.unseenPages().forEach(alert -> seen.lookedAt(alert.key()));
        } else {
            seen.lookedAt(notice.id());
        }
    }

    /** What is to be kept over a restart: entries that changed since this was asked last. */
    public List<SeenFiring> takeChanged() {
        return seen.takeChanged();
    }

    /** What need not be kept any more, since this was asked last. */
    public Set<AlertKey> takeForgotten() {
        return seen.takeForgotten();
    }

    private static Set<String> live(List<SourceStatus> sources) {
        return sources.stream()
                .filter(source -> source.kind() == SourceKind.ALERTMANAGER && source.live())
                .map(SourceStatus::cluster)
                .collect(Collectors.toSet());
    }

    private void outages(Moment moment, List<Notice> raised) {
        Instant now = moment.now();
        List<Pipeline.Outage> outages = pipeline.look(now, moment.sources(), moment.watch(), watchdogs);
        boolean paging = outages.stream().anyMatch(Pipeline.Outage::paging);
        Severity severity = paging ? Severity.S2 : Severity.S3;
        if (outages.isEmpty() || !budget.allows("pipeline", severity) || budget.left(true) == 0) {
            return;
        }
        String title = paging
                ? "Alerts may not reach you"
                : outages.size() == 1 ? "A source is lost" : outages.size() + " sources are lost";
        raised.add(raise(
                new Draft(
                        Notice.Kind.PIPELINE,
                        "pipeline",
                        severity,
                        List.of(),
                        title,
                        Wording.body(
                                outages.stream().map(Pipeline.Outage::sentence).toList()),
                        policy.tone(severity),
                        paging ? policy.heldAlways() : policy.held(severity, now)),
                now));
        outages.forEach(outage -> pipeline.told(outage, now));
    }

    private void realarms(Moment moment, List<Notice> raised) {
        heard.retainAll(moment.realarms().stream().map(Heard::of).toList());
        for (Realarm realarm : moment.realarms()) {
            if (!realarm.reason().rings() || heard.contains(Heard.of(realarm))) {
                continue;
            }
            Alert alert = moment.board().alert(realarm.key());
            Severity severity = alert == null ? Severity.S2 : alert.severity();
            String topic = "again " + (alert == null ? realarm.key() : policy.group(alert));
            if (!budget.allows(topic, severity) || budget.left(true) == 0) {
                continue;
            }
            Tone tone = alert == null ? policy.tone(severity) : policy.tone(alert);
            String name = alert == null ? "alert " + realarm.key().fingerprint() : Wording.name(alert);
            raised.add(raise(
                    new Draft(
                            Notice.Kind.REALARM,
                            topic,
                            severity,
                            alert == null ? List.of() : List.of(alert),
                            Wording.title(severity.mark() + " " + name + " needs somebody again"),
                            Wording.body(List.of(realarm.text(), realarm.key().cluster())),
                            tone == Tone.NONE ? Tone.SINGLE : tone,
                            policy.heldAlways()),
                    moment.now()));
            heard.add(Heard.of(realarm));
        }
    }

    private void repeat(Instant now, List<Notice> raised) {
        if (!policy.settings().repeatUntilSeen() || !policy.settings().enabled() || budget.left(true) == 0) {
            return;
        }
        List<Alert> unseen = seen.unseenPages().stream()
                .filter(alert -> policy.held(alert.severity(), now).isEmpty())
                .filter(alert -> longAgo(seen.of(alert).rungAt(), now))
                .toList();
        if (unseen.isEmpty() || !budget.allows("repeat", unseen.getFirst().severity())) {
            return;
        }
        raised.add(raise(
                new Draft(
                        Notice.Kind.REPEAT,
                        "repeat",
                        unseen.getFirst().severity(),
                        unseen,
                        Wording.title("Not looked at yet: " + Wording.names(unseen)),
                        Wording.body(List.of(Wording.alerts(unseen.size()), Wording.clusters(unseen))),
                        FiringDrafts.loudest(unseen, policy),
                        ""),
                now));
    }

    private static boolean longAgo(@Nullable Instant at, Instant now) {
        return at != null && Duration.between(at, now).compareTo(UNSEEN) >= 0;
    }

    /** What is only listed costs nothing; of the rest the first ones, and one that stands for all that are too many. */
    private List<Draft> fit(List<Draft> drafts, int left, Instant now) {
        List<Draft> loud =
                drafts.stream().filter(draft -> draft.held().isEmpty()).toList();
        List<Draft> fitting = new ArrayList<>();
        if (loud.size() <= left) {
            fitting.addAll(loud);
        } else if (left > 0) {
            fitting.addAll(loud.subList(0, left - 1));
            List<Draft> rest = loud.subList(left - 1, loud.size());
            rest.forEach(draft -> budget.told(draft.topic(), draft.severity(), now));
            fitting.add(FiringDrafts.merged(rest));
        }
        drafts.stream().filter(draft -> !draft.held().isEmpty()).forEach(fitting::add);
        return fitting;
    }

    private void raiseAll(List<Draft> drafts, Instant now, List<Notice> raised) {
        drafts.forEach(draft -> raised.add(raise(draft, now)));
    }

    private Notice raise(Draft draft, Instant now) {
        lastId = Math.max(lastId + 1, now.toEpochMilli());
        Notice notice = draft.raise(lastId, now);
        budget.spend(notice);
        if (draft.kind() != Notice.Kind.REPEAT) {
            draft.alerts().forEach(alert -> rung(alert, notice));
        }
        return notice;
    }

    private void rung(Alert alert, Notice notice) {
        SeenFiring before = seen.known(alert.key());
        if (before != null) {
            seen.put(before.rung(notice));
        }
    }

    /** The twin of an alert that was told of goes with it. */
    private void follow(Twins.Pair pair) {
        SeenFiring told = seen.of(pair.voice());
        if (told.decided()) {
            seen.put(seen.of(pair.alert()).with(told));
        }
    }
}
