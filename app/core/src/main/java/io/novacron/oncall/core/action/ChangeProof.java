package io.novacron.oncall.core.action;

import io.novacron.oncall.core.action.SilenceChanger.Wish;
import io.novacron.oncall.core.action.SilenceWriter.Accepted;
import io.novacron.oncall.core.alert.Alert;
import io.novacron.oncall.core.alert.AlertBoard;
import io.novacron.oncall.core.alert.ClusterAnswer;
import io.novacron.oncall.core.alert.ClusterSilence;
import io.novacron.oncall.core.alert.MemberAnswer;
import io.novacron.oncall.core.silence.Matcher;
import io.novacron.oncall.core.silence.MatcherSyntaxException;
import io.novacron.oncall.core.silence.Matching;
import io.novacron.oncall.core.silence.Silence;
import io.novacron.oncall.core.silence.SilenceState;
import io.novacron.oncall.core.silence.SilenceTag;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Follows a changed silence until every member that can be reached has it so, and looks for who changed it at the same moment. */
final class ChangeProof {

    private static final Duration PAUSE = Duration.ofMillis(250);
    private static final Duration GOSSIP = Duration.ofSeconds(1);
    private static final Duration MOMENT = Duration.ofSeconds(3);

    private final ActionDesk desk;
    private final ClusterDesk cluster;
    private final Climb climb;

    ChangeProof(ActionDesk desk, ClusterDesk cluster, Climb climb) {
        this.desk = desk;
        this.cluster = cluster;
        this.climb = climb;
    }

    /** Ends the climb. */
    Ladder prove(Wish wish, Silence wanted, Accepted accepted) throws InterruptedException, MatcherSyntaxException {
        Matching matching = Matching.of(wanted.matchers());
        String id = accepted.silenceId();
        long end = desk.clock().nanos() + desk.patience().toNanos();
        while (true) {
            ClusterAnswer now = desk.read(cluster);
            List<MemberAnswer> holding = now.members().stream()
                    .filter(member -> holds(member, id, wanted))
                    .toList();
            Silence theirs = holding.isEmpty() ? copy(now, accepted) : null;
            if (theirs != null) {
                return new SilenceCopies(desk, cluster).conflict(wish, theirs, climb);
            }
            boolean replaced = now.members().stream()
                    .noneMatch(member -> outlived(member, wish.base().id(), id));
            boolean replicated =
                    !holding.isEmpty() && holding.size() == now.members().size() && replaced;
            if (replicated) {
                climb.reach(Step.REPLICATED, ActionDesk.share(holding.size(), now));
                List<Alert> hits = desk.board(now).alerts().stream()
                        .filter(alert -> matching.matches(alert.labels()))
                        .toList();
                climb.matches(hits.size());
                boolean pending = state(holding.getFirst(), id) == SilenceState.PENDING;
                if (pending || holding.stream().allMatch(member -> quiets(member, id, matching))) {
                    return settle(wish, wanted, id, matching, pending);
                }
            }
            if (desk.clock().nanos() >= end) {
                return climb.end(Outcome.ACCEPTED, unproved(now, holding, replaced, replicated, wish));
            }
            desk.clock().sleep(PAUSE);
        }
    }

    private static String unproved(
            ClusterAnswer now, List<MemberAnswer> holding, boolean replaced, boolean replicated, Wish wish) {
        if (now.members().isEmpty()) {
            return ActionDesk.silentSentence(now);
        }
        String share = "held by " + ActionDesk.share(holding.size(), now);
        if (!replaced) {
            return share + ", but the one it replaces, " + wish.base().id() + ", is still in force somewhere";
        }
        return share + (replicated ? ", but alerts do not name it yet" : " only");
    }

    /** What is so a second later was not overwritten; of two that came of one silence the smaller id stays (F57). */
    private Ladder settle(Wish wish, Silence wanted, String id, Matching matching, boolean pending)
            throws InterruptedException {
        desk.clock().sleep(GOSSIP);
        ClusterAnswer now = desk.read(cluster);
        SilenceCopies copies = new SilenceCopies(desk, cluster);
        Optional<Silence> overwritten = now.members().stream()
                .flatMap(member -> member.silences().stream())
                .filter(silence -> silence.id().equals(id) && !SilenceCopies.same(silence, wanted))
                .max(Comparator.comparing(Silence::updatedAt));
        if (overwritten.isPresent()) {
            return copies.conflict(wish, overwritten.get(), climb);
        }
        String tag = SilenceTag.id(wanted);
        List<Silence> others = desk.board(now).silences().stream()
                .map(ClusterSilence::silence)
                .filter(one -> SilenceChanger.lives(one) && !one.id().equals(id))
                .toList();
        Optional<Silence> smaller = others.stream()
                .filter(one -> SilenceCopies.twin(one, tag, wish.base().id())
                        && one.id().compareTo(id) < 0)
                .min(Comparator.comparing(Silence::id));
        if (smaller.isPresent()) {
            String left = new SilenceEnder(desk, cluster).end(id, climb);
            if (!left.isEmpty()) {
                return climb.end(Outcome.ACCEPTED, "silence " + smaller.get().id() + " stands beside it: " + left);
            }
            climb.silence(smaller.get().id());
            return copies.conflict(wish, smaller.get(), climb);
        }
        String detail = (pending ? "pending, it begins at " + wanted.startsAt() + "; " : "")
                + "ends at " + wanted.endsAt() + ", on "
                + ActionDesk.share(now.members().size(), now)
                + beside(id, others, now, matching);
        climb.reach(Step.EFFECTIVE, detail);
        return climb.end(Outcome.EFFECTIVE, detail);
    }

    /** Names those that were made or changed at the same moment and quiet the same alerts. */
    private String beside(String id, List<Silence> others, ClusterAnswer now, Matching matching) {
        AlertBoard board = desk.board(now);
        ClusterSilence ours = board.silence(now.cluster(), id);
        if (ours == null) {
            return "";
        }
        Silence silence = ours.silence();
        List<Alert> hit = board.alerts().stream()
                .filter(alert -> matching.matches(alert.labels()))
                .toList();
        String names = others.stream()
                .filter(one -> Duration.between(one.updatedAt(), silence.updatedAt())
                                .abs()
                                .compareTo(MOMENT)
                        < 0)
                .filter(one -> new HashSet<>(one.matchers()).equals(new HashSet<>(silence.matchers()))
                        || hit.stream().anyMatch(alert -> hits(one.matchers(), alert)))
                .map(one -> one.id() + " by " + one.createdBy())
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? "" : "; written at the same moment and over the same alerts: " + names;
    }

    private static boolean hits(List<Matcher> matchers, Alert alert) {
        try {
            return Matching.of(matchers).matches(alert.labels());
        } catch (MatcherSyntaxException onlyTheServerCanTell) {
            return false;
        }
    }

    /** The copy of the member that was written to; null where it does not answer or has no such silence. */
    private static @Nullable Silence copy(ClusterAnswer now, Accepted accepted) {
        return now.members().stream()
                .filter(member -> member.member().equals(accepted.member()))
                .flatMap(member -> member.silences().stream())
                .filter(silence -> silence.id().equals(accepted.silenceId()))
                .findFirst()
                .orElse(null);
    }

    private static boolean holds(MemberAnswer member, String id, Silence wanted) {
        return member.silences().stream()
                .anyMatch(silence -> silence.id().equals(id) && SilenceCopies.same(silence, wanted));
    }

    /** True where the silence that got a new id lives on under its old one. */
    private static boolean outlived(MemberAnswer member, String before, String id) {
        return !before.equals(id)
                && member.silences().stream()
                        .anyMatch(silence -> silence.id().equals(before) && SilenceChanger.lives(silence));
    }

    private static @Nullable SilenceState state(MemberAnswer member, String id) {
        return member.silences().stream()
                .filter(silence -> silence.id().equals(id))
                .map(Silence::state)
                .findFirst()
                .orElse(null);
    }

    private static boolean quiets(MemberAnswer member, String id, Matching matching) {
        return member.alerts().stream()
                .filter(alert -> matching.matches(alert.labels()))
                .allMatch(alert -> alert.silencedBy().contains(id));
    }
}
