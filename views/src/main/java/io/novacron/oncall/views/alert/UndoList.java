package io.novacron.oncall.views.alert;

import io.novacron.oncall.core.action.ActionResult;
import io.novacron.oncall.core.action.Ladder;
import io.novacron.oncall.core.action.Outcome;
import io.novacron.oncall.core.alert.AlertKey;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;

/// The operator's own actions of this window that can be taken back, the last one first. FX thread only.
final class UndoList {
    private static final int MOST = 50;

    private final Deque<Deed> deeds = new ArrayDeque<>();

    /// Something that was done.
    sealed interface Deed permits Nothing, Acknowledged, Silenced, Hidden {}

    record Nothing() implements Deed {}

    record Acknowledged(List<AlertKey> keys) implements Deed {}

    /// @param ids of the silences that were made
    record Silenced(List<String> ids) implements Deed {}

    record Hidden(List<Wish.Firing> firings) implements Deed {}

    void acknowledged(ActionResult result) {
        List<AlertKey> keys = done(result).stream()
                .flatMap(ladder -> ladder.about().stream())
                .distinct()
                .toList();
        if (!keys.isEmpty()) {
            push(new Acknowledged(keys));
        }
    }

    void silenced(ActionResult result) {
        List<String> ids = done(result).stream()
                .map(Ladder::silenceId)
                .filter(Predicate.not(String::isEmpty))
                .toList();
        if (!ids.isEmpty()) {
            push(new Silenced(ids));
        }
    }

    void hidden(List<Wish.Firing> firings) {
        push(new Hidden(firings));
    }

    /// The last one, which is then forgotten.
    Deed take() {
        return deeds.isEmpty() ? new Nothing() : deeds.pop();
    }

    private void push(Deed deed) {
        deeds.push(deed);
        if (deeds.size() > MOST) {
            deeds.removeLast();
        }
    }

    private static List<Ladder> done(ActionResult result) {
        return result instanceof ActionResult.Tried tried
                ? tried.ladders().stream()
                        .filter(ladder -> ladder.outcome() != Outcome.FAILED)
                        .toList()
                : List.of();
    }
}
