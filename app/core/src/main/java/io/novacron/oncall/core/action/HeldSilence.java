package io.novacron.oncall.core.action;

import io.novacron.oncall.core.alert.Alert;
import io.novacron.oncall.core.alert.AlertBoard;
import io.novacron.oncall.core.alert.ClusterAnswer;
import io.novacron.oncall.core.alert.ClusterSilence;
import io.novacron.oncall.core.silence.Silence;
import io.novacron.oncall.core.silence.SilenceTag;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A silence as its cluster holds it now, with the alerts it may hit.
 *
 * @param now its cluster as it was read
 * @param alerts that it may hit
 * @param sides where it is to be changed: the whole cluster, or each side of a split one
 * @param twins the other live silences that are of the same intent: those of other sides, or what a split has left behind
 */
record HeldSilence(
        ClusterDesk cluster,
        Silence silence,
        ClusterAnswer now,
        List<Alert> alerts,
        List<Side> sides,
        List<Silence> twins) {

    HeldSilence {
        sides = List.copyOf(sides);
        twins = List.copyOf(twins);
    }

    /**
     * One side of a cluster.
     *
     * @param silence what says the same there; null where nothing does
     */
    record Side(ClusterDesk place, @Nullable Silence silence) {}

    /**
     * Silences that were looked for.
     *
     * @param byId those that were found, in the order asked
     * @param missing one sentence; empty where every one was found
     */
    record Found(Map<String, HeldSilence> byId, String missing) {}

    /**
     * Looks for the ids in every cluster. One that several clusters hold, as after a copied data folder, is not found: it cannot
     * be told which of them is meant.
     */
    static Found find(ActionDesk desk, List<String> ids) throws InterruptedException {
        Map<String, HeldSilence> held = new LinkedHashMap<>();
        Map<String, String> twice = new HashMap<>();
        List<String> silent = new ArrayList<>();
        for (ClusterDesk cluster : desk.clusters()) {
            ClusterAnswer now = desk.read(cluster);
            if (now.members().isEmpty()) {
                silent.add(ActionDesk.silentSentence(now));
            }
            AlertBoard board = desk.board(now);
            for (ClusterSilence merged : board.silences()) {
                String id = merged.silence().id();
                HeldSilence other = held.put(
                        id, new HeldSilence(cluster, merged.silence(), now, board.alerts(), List.of(), List.of()));
                if (other != null) {
                    twice.put(id, other.cluster().cluster() + " and " + cluster.cluster());
                }
            }
        }
        Map<String, HeldSilence> found = new LinkedHashMap<>();
        List<String> missing = new ArrayList<>();
        for (String id : ids) {
            HeldSilence one = held.get(id);
            if (twice.containsKey(id)) {
                missing.add("silence " + id + " is held by " + twice.get(id)
                        + "; change it with a configuration of one of them");
            } else if (one != null) {
                ClusterAnswer now = one.now();
                found.put(id, one.with(sides(desk, one, now), twins(one.silence(), desk.board(now))));
            } else {
                missing.add(silent.isEmpty() ? "no cluster has a silence " + id : String.join("; ", silent));
            }
        }
        return new Found(found, String.join("; ", missing.stream().distinct().toList()));
    }

    private HeldSilence with(List<Side> everySide, List<Silence> ofTheSameIntent) {
        return new HeldSilence(cluster, silence, now, alerts, everySide, ofTheSameIntent);
    }

    private static List<Side> sides(ActionDesk desk, HeldSilence held, ClusterAnswer now) {
        List<ClusterPart> parts = ClusterPart.of(held.cluster(), now);
        if (parts.size() == 1) {
            return List.of(new Side(held.cluster(), held.silence()));
        }
        List<Side> sides = new ArrayList<>();
        for (ClusterPart part : parts) {
            AlertBoard there = desk.board(part.now());
            ClusterSilence same = there.silence(now.cluster(), held.silence().id());
            List<Silence> twins = twins(held.silence(), there);
            Silence silence = same != null ? same.silence() : twins.isEmpty() ? null : twins.getFirst();
            sides.add(new Side(part.desk(), silence));
        }
        return sides;
    }

    private static List<Silence> twins(Silence silence, AlertBoard board) {
        String intent = SilenceTag.intent(silence);
        return board.silences().stream()
                .map(ClusterSilence::silence)
                .filter(other -> !intent.isEmpty() && SilenceTag.intent(other).equals(intent))
                .filter(other -> SilenceChanger.lives(other) && !other.id().equals(silence.id()))
                .sorted(Comparator.comparing(Silence::id))
                .toList();
    }

    /** A change of the silence, told what it looks like on one side. */
    interface Change {
        SilenceChanger.Wish of(Silence there);
    }

    /** Makes the change on every side, one ladder each; where somebody else's stands in the way, no further. */
    List<Ladder> change(ActionDesk desk, String verb, Change change) throws InterruptedException {
        List<Ladder> ladders = new ArrayList<>();
        String tag = "";
        for (Side side : sides) {
            Silence there = side.silence();
            if (there == null) {
                Climb climb = desk.climb(verb + " silence " + silence.id(), side.place(), List.of());
                climb.changes(silence.id());
                ladders.add(climb.end(
                        Outcome.FAILED, "there is no such silence there; make it anew and it is made on each side"));
                continue;
            }
            Climb climb = desk.climb(verb + " silence " + there.id(), side.place(), List.of());
            climb.changes(there.id());
            String own = SilenceTag.id(there);
            SilenceChanger.Wish wish = change.of(there).elsewhere(!own.isEmpty() && own.equals(tag));
            ladders.add(climb.finish(() -> new SilenceChanger(desk, side.place(), climb).change(wish)));
            if (ladders.getLast().conflict() != null) {
                break;
            }
            tag = own;
        }
        return ladders;
    }
}
