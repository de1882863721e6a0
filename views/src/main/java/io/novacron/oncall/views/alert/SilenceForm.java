package io.novacron.oncall.views.alert;

import io.novacron.oncall.core.action.ActionResult;
import io.novacron.oncall.core.action.CreateSilence;
import io.novacron.oncall.core.action.Ladder;
import io.novacron.oncall.core.action.Outcome;
import io.novacron.oncall.core.action.Step;
import io.novacron.oncall.core.alert.Alert;
import io.novacron.oncall.core.silence.Dialect;
import io.novacron.oncall.core.silence.Matcher;
import io.novacron.oncall.core.silence.MatcherSyntaxException;
import io.novacron.oncall.core.silence.SilencePreview;
import io.novacron.oncall.core.silence.SilenceRules;
import io.novacron.oncall.core.silence.VolatileLabels;
import io.novacron.oncall.core.time.Clock;
import io.novacron.oncall.views.fx.FxCoalescer;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// A silence in the making: its fields, and what it would hit by the very rules of the server. FX thread only.
final class SilenceForm implements AutoCloseable {
    /// How many of the hits are listed by name.
    static final int LISTED = 8;

    /// What the fields would do now.
    ///
    /// @param text    the fields it was computed for
    /// @param preview empty where the fields cannot be read
    /// @param first   the first hits, worst first
    record Outlook(Fields text, SilenceDraft draft, Optional<SilencePreview> preview, List<Alert> first) {
        /// Why the count must be typed to go on; empty where it need not.
        String danger() {
            return preview.map(hits -> hits.danger(draft.length())).orElse("");
        }
    }

    record Fields(String matchers, String duration, String comment) {}

    private final String cluster;
    private final Dialect dialect;
    private final Supplier<List<Alert>> alerts;
    private final BiConsumer<CreateSilence.Request, Consumer<ActionResult>> poster;
    private final FxCoalescer<Outlook> refresh;
    private final StringProperty matchers;
    private final StringProperty duration = new SimpleStringProperty("1h");
    private final StringProperty comment = new SimpleStringProperty("");
    private final StringProperty typedCount = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Outlook> outlook;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Editing("", null));
    private final Set<String> before;
    private volatile Fields fields;

    /// How far the posting is.
    sealed interface State {
        /// The fields may be changed.
        ///
        /// @param problem why the last attempt came to nothing; may be empty
        /// @param count   what the server's present state asks to be typed; null if nothing
        record Editing(String problem, @Nullable Integer count) implements State {}

        record Posting() implements State {}

        record Posted() implements State {}
    }

    /// Begins with the labels of `alert`, without those a restart changes.
    ///
    /// @param alerts all alerts as they are now
    /// @param before the writes that were made before this one
    SilenceForm(
            Alert alert,
            String version,
            Supplier<List<Alert>> alerts,
            List<Ladder> before,
            Clock clock,
            Executor worker,
            BiConsumer<CreateSilence.Request, Consumer<ActionResult>> poster) {
        this.cluster = alert.key().cluster();
        this.dialect = SilenceDraft.dialect(version);
        this.alerts = alerts;
        this.poster = poster;
        this.before = before.stream().map(Ladder::id).collect(Collectors.toSet());
        matchers = new SimpleStringProperty(VolatileLabels.prefill(alert.labels()).stream()
                .map(Matcher::toText)
                .collect(Collectors.joining("\n")));
        fields = now();
        outlook = new ReadOnlyObjectWrapper<>(look());
        refresh = new FxCoalescer<>(clock, worker, this::look, outlook::set);
        Runnable changed = () -> {
            fields = now();
            refresh.trigger();
        };
        matchers.subscribe(changed);
        duration.subscribe(changed);
        comment.subscribe(changed);
    }

    String cluster() {
        return cluster;
    }

    StringProperty matchersProperty() {
        return matchers;
    }

    StringProperty durationProperty() {
        return duration;
    }

    StringProperty commentProperty() {
        return comment;
    }

    /// The count the operator typed.
    StringProperty typedCountProperty() {
        return typedCount;
    }

    ReadOnlyObjectProperty<Outlook> outlookProperty() {
        return outlook.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// New alerts came: what it hits is counted again.
    void alertsChanged() {
        refresh.trigger();
    }

    /// What still stands in the way of posting, one sentence; empty if nothing does.
    String obstacle() {
        Outlook seen = outlook.get();
        if (!seen.text().equals(now())) {
            return "Counting what it hits…";
        }
        if (!seen.draft().problems().isEmpty()) {
            return seen.draft().problems().getFirst();
        }
        if (comment.get().isBlank()) {
            return "Say why in the comment.";
        }
        Integer count = requiredCount();
        if (count != null && !typedCount.get().strip().equals(count.toString())) {
            String danger = seen.danger().isEmpty() ? "" : ", " + seen.danger();
            return "It silences " + AlertActions.alerts(count) + danger + ": type " + count + " to go on.";
        }
        return "";
    }

    /// The count to be typed, null where none is asked for.
    @Nullable
    Integer requiredCount() {
        if (state.get() instanceof State.Editing editing && editing.count() != null) {
            return editing.count();
        }
        Outlook seen = outlook.get();
        return seen.danger().isEmpty()
                ? null
                : seen.preview().map(SilencePreview::count).orElse(null);
    }

    /// Posts it, unless something stands in the way.
    void post() {
        if (!obstacle().isEmpty() || !(state.get() instanceof State.Editing)) {
            return;
        }
        Integer confirm = requiredCount();
        SilenceDraft draft = outlook.get().draft();
        state.set(new State.Posting());
        poster.accept(
                new CreateSilence.Request(cluster, draft.matchers(), draft.length(), draft.comment(), confirm),
                this::ended);
    }

    /// Once a member has taken the silence, the ladder tells the rest.
    void ladders(List<Ladder> now) {
        boolean accepted = now.stream()
                .filter(ladder -> !before.contains(ladder.id()))
                .filter(ladder ->
                        ladder.cluster().equals(cluster) && ladder.about().isEmpty())
                .anyMatch(ladder -> ladder.rungs().stream().anyMatch(rung -> rung.step() == Step.ACCEPTED));
        if (accepted && state.get() instanceof State.Posting) {
            state.set(new State.Posted());
        }
    }

    @Override
    public void close() {
        refresh.close();
    }

    private void ended(ActionResult result) {
        switch (result) {
            case ActionResult.Refused(String why, Integer count) ->
                state.set(new State.Editing("Not silenced: " + why + ".", count));
            case ActionResult.Invalid(String why) -> state.set(new State.Editing("Not silenced: " + why + ".", null));
            case ActionResult.Tried(List<Ladder> ladders) -> {
                boolean failed = Ladder.worst(ladders) == Outcome.FAILED;
                state.set(failed ? new State.Editing(failure(ladders), null) : new State.Posted());
            }
        }
    }

    private static String failure(List<Ladder> ladders) {
        return "Not silenced: " + ladders.getFirst().detail() + ".";
    }

    private Fields now() {
        return new Fields(matchers.get(), duration.get(), comment.get());
    }

    private Outlook look() {
        Fields text = fields;
        SilenceDraft draft = SilenceDraft.read(text.matchers(), text.duration(), text.comment(), dialect);
        List<Alert> ours = alerts.get().stream()
                .filter(alert -> alert.key().cluster().equals(cluster))
                .toList();
        if (!draft.whole()) {
            return new Outlook(text, draft, Optional.empty(), List.of());
        }
        try {
            SilencePreview preview = SilenceRules.preview(draft.matchers(), ours);
            var hits = new HashSet<>(preview.matches());
            List<Alert> first = ours.stream()
                    .filter(alert -> hits.contains(alert.key()))
                    .limit(LISTED)
                    .toList();
            return new Outlook(text, draft, Optional.of(preview), first);
        } catch (MatcherSyntaxException e) {
            return new Outlook(text, draft.but(e.text()), Optional.empty(), List.of());
        }
    }
}
