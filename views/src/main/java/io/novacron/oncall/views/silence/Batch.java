package io.novacron.oncall.views.silence;

import io.novacron.oncall.core.action.ActionResult;
import io.novacron.oncall.core.action.Ladder;
import io.novacron.oncall.core.action.Outcome;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// One action over several silences, as far as it has come: a line for each. Immutable.
///
/// @param verb as the head says it: `Extend for 2h`
/// @param over  the action has ended
/// @param again how the same is asked for other silences
record Batch(String verb, List<Item> items, boolean over, Again again) {
    /// The same action for other silences.
    interface Again {
        void run(AskDialogs ask, List<SilenceRow> rows, BiConsumer<Batch, ActionResult> follow, Consumer<String> say);
    }

    /// One silence of it.
    ///
    /// @param outcome of the ladder, or what is awaited
    record Item(SilenceRow row, String outcome, String detail, boolean failed, boolean done) {}

    static final Batch NONE = new Batch("", List.of(), true, (ask, rows, follow, say) -> {});

    Batch {
        items = List.copyOf(items);
    }

    static Batch begun(String verb, List<SilenceRow> rows, Again again) {
        return new Batch(
                verb,
                rows.stream()
                        .map(row -> new Item(row, "queued", "", false, false))
                        .toList(),
                false,
                again);
    }

    /// With what the ladders of this action say, in any order.
    Batch with(List<Ladder> ladders, boolean ended) {
        var now = new ArrayList<Item>();
        var ofNone = new ArrayList<>(ladders);
        var ofEach = new ArrayList<List<Ladder>>();
        for (Item item : items) {
            List<Ladder> own = ladders.stream()
                    .filter(ladder -> about(ladder).equals(item.row().id().silence()))
                    .collect(Collectors.toCollection(ArrayList::new));
            ofNone.removeAll(own);
            ofEach.add(own);
        }
        if (!ofEach.isEmpty()) {
            ofEach.getFirst().addAll(ofNone); // its twins on the other side of a split
        }
        for (int i = 0; i < items.size(); i++) {
            Item item = items.get(i);
            now.add(worst(ofEach.get(i)).map(ladder -> item(item.row(), ladder)).orElse(item));
        }
        return new Batch(verb, now, ended, again);
    }

    /// Those that may be tried again.
    List<SilenceRow> failed() {
        return items.stream().filter(Item::failed).map(Item::row).toList();
    }

    /// One that goes on is not over, however well the others ended.
    private static Optional<Ladder> worst(List<Ladder> ladders) {
        return ladders.stream()
                .filter(ladder -> !ladder.over())
                .findFirst()
                .or(() -> ladders.stream().max(Comparator.comparing(ladder -> Ladder.worst(List.of(ladder)))));
    }

    private static String about(Ladder ladder) {
        return ladder.oldId().isEmpty() ? ladder.silenceId() : ladder.oldId();
    }

    private static Item item(SilenceRow row, Ladder ladder) {
        Outcome outcome = ladder.outcome();
        if (outcome == null) {
            String step = ladder.rungs().isEmpty()
                    ? "queued"
                    : ladder.rungs().getLast().step().word();
            return new Item(row, step + "…", ladder.detail(), false, false);
        }
        return new Item(row, outcome.name(), ladder.detail(), outcome != Outcome.EFFECTIVE, true);
    }
}
