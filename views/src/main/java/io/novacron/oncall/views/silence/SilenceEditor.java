package io.novacron.oncall.views.silence;

import io.novacron.oncall.core.action.ActionResult;
import io.novacron.oncall.core.action.Consent;
import io.novacron.oncall.core.action.CreateSilence;
import io.novacron.oncall.core.action.EditSilence;
import io.novacron.oncall.core.action.Ladder;
import io.novacron.oncall.core.action.Outcome;
import io.novacron.oncall.core.action.SilenceConflict;
import io.novacron.oncall.core.action.SilenceEdit;
import io.novacron.oncall.core.settings.Operator;
import io.novacron.oncall.core.settings.Role;
import io.novacron.oncall.core.silence.Silence;
import io.novacron.oncall.core.silence.SilenceNote;
import io.novacron.oncall.core.silence.SilencePreview;
import io.novacron.oncall.core.silence.SilenceState;
import io.novacron.oncall.core.time.Clock;
import io.novacron.oncall.views.fx.FxCoalescer;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// A silence in the making, or one being changed: its fields, and what it would hit. FX thread only.
final class SilenceEditor implements AutoCloseable {
    /// What surrounds the editor.
    ///
    /// @param sight     what is known of the cluster now; asked off the JavaFX thread
    /// @param ahead     by how much the server's clock is ahead of ours
    /// @param zone      the operator's own time zone
    /// @param worker    computes off the JavaFX thread
    /// @param written   hears what became of a new silence
    record World(
            Operator operator,
            Supplier<ClusterSight> sight,
            Duration ahead,
            Clock clock,
            ZoneId zone,
            Executor worker,
            SilenceActions actions,
            Consumer<ActionResult> written) {}

    /// How far the posting is.
    sealed interface State {
        /// The fields may be changed.
        ///
        /// @param problem  why the last attempt came to nothing; may be empty
        /// @param count    what the server's present state asks to be typed; null if nothing
        /// @param conflict what somebody else made of it meanwhile; null if nobody did
        record Editing(
                String problem,
                @Nullable Integer count,
                @Nullable SilenceConflict conflict) implements State {}

        record Posting() implements State {}

        record Posted(Ladder ladder) implements State {}
    }

    private final EditorStart start;
    private final boolean locked;
    private final World world;
    private final FxCoalescer<Outlook> refresh;
    private final StringProperty matchers;
    private final StringProperty end;
    private final StringProperty comment;
    private final StringProperty typedCount = new SimpleStringProperty("");
    private final StringProperty reason = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Optional<Outlook>> outlook = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Editing("", null, null));
    private volatile Outlook.Fields fields;
    private @Nullable Silence base;

    SilenceEditor(EditorStart start, World world) {
        this.start = start;
        this.world = world;
        base = start.base();
        Optional<String> text = start.text();
        locked = text.isEmpty();
        matchers = new SimpleStringProperty(text.orElse(""));
        end = new SimpleStringProperty(changes() ? EndTime.text(begun().endsAt(), world.zone()) : "1h");
        comment = new SimpleStringProperty(start.comment());
        fields = now();
        refresh = new FxCoalescer<>(world.clock(), world.worker(), this::look, seen -> outlook.set(Optional.of(seen)));
        Runnable changed = () -> {
            fields = now();
            refresh.trigger();
        };
        matchers.subscribe(changed);
        end.subscribe(changed);
        comment.subscribe(changed);
        refresh.trigger();
    }

    String title() {
        if (changes()) {
            return "Change a silence in " + start.cluster();
        }
        return (start.base() == null ? "Silence in " : "Silence again in ") + start.cluster();
    }

    EditorStart start() {
        return start;
    }

    World world() {
        return world;
    }

    /// True where the matchers hold what no field keeps, and stay as they are.
    boolean locked() {
        return locked;
    }

    /// True where a silence that is in force is changed.
    boolean changes() {
        Silence silence = start.base();
        return silence != null && silence.state() != SilenceState.EXPIRED;
    }

    StringProperty matchersProperty() {
        return matchers;
    }

    /// How long, or until when.
    StringProperty endProperty() {
        return end;
    }

    StringProperty commentProperty() {
        return comment;
    }

    /// The count the operator typed.
    StringProperty typedCountProperty() {
        return typedCount;
    }

    /// Why the operator breaks the glass.
    StringProperty reasonProperty() {
        return reason;
    }

    /// Empty until the first look is done.
    ReadOnlyObjectProperty<Optional<Outlook>> outlookProperty() {
        return outlook.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// New alerts came, or the cluster stands otherwise: what it hits is counted again.
    void changed() {
        refresh.trigger();
    }

    /// What still stands in the way of posting, one sentence; empty if nothing does.
    String obstacle() {
        Outlook seen = outlook.get().orElse(null);
        if (seen == null || !seen.fields().equals(now())) {
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
            return "It silences " + alerts(count) + danger + ": type " + count + " to go on.";
        }
        if (reasonNeeded() && reason.get().isBlank()) {
            return "It silences " + alerts(count == null ? 0 : count) + " " + seen.breakGlass()
                    + ", which is a lead's to decide: give a reason, which every console will show.";
        }
        return "";
    }

    /// The count to be typed, null where none is asked for.
    @Nullable
    Integer requiredCount() {
        if (state.get() instanceof State.Editing editing && editing.count() != null) {
            return editing.count();
        }
        return outlook.get()
                .filter(seen -> !seen.danger().isEmpty())
                .flatMap(Outlook::preview)
                .map(SilencePreview::count)
                .orElse(null);
    }

    /// True where this operator may go on only by breaking the glass.
    boolean reasonNeeded() {
        return outlook.get().filter(seen -> !seen.breakGlass().isEmpty()).isPresent()
                && !world.operator().role().atLeast(Role.LEAD);
    }

    /// Posts it, unless something stands in the way.
    void post() {
        Outlook seen = outlook.get().orElse(null);
        if (seen == null || !obstacle().isEmpty() || !(state.get() instanceof State.Editing)) {
            return;
        }
        SilenceDraft draft = seen.draft();
        Consent consent = new Consent(requiredCount(), reasonNeeded() ? reason.get() : "");
        state.set(new State.Posting());
        Silence silence = base;
        if (silence != null && changes()) {
            EditSilence.Request edit = new EditSilence.Request(silence.id(), silence, edit(silence, draft), consent);
            world.actions().edit(edit, this::ended);
            return;
        }
        CreateSilence.Request create = new CreateSilence.Request(
                start.cluster(),
                draft.matchers(),
                draft.end().length(),
                draft.end().until(),
                draft.comment(),
                silence == null ? Map.of() : SilenceNote.madeFrom(silence),
                consent);
        world.actions().create(create, result -> {
            world.written().accept(result);
            ended(result);
        });
    }

    /// Somebody else's version is what the next attempt changes; the fields stay as they are.
    void putMineOver(SilenceConflict conflict) {
        base = conflict.theirs();
        state.set(new State.Editing("", null, null));
        post();
    }

    /// The fields say what somebody else made of it.
    void takeTheirs(SilenceConflict conflict) {
        base = conflict.theirs();
        EditorStart theirs = EditorStart.of(start.cluster(), conflict.theirs(), start.dialect());
        theirs.text().ifPresent(matchers::set);
        comment.set(theirs.comment());
        end.set(EndTime.text(conflict.theirs().endsAt(), world.zone()));
        state.set(new State.Editing("", null, null));
    }

    @Override
    public void close() {
        refresh.close();
    }

    static String alerts(int count) {
        return count == 1 ? "1 alert" : count + " alerts";
    }

    /// Only what differs, so that an end that was not touched does not move.
    private SilenceEdit edit(Silence silence, SilenceDraft draft) {
        boolean sameEnd = end.get().strip().equals(EndTime.text(silence.endsAt(), world.zone()));
        EndTime ends = draft.end();
        return new SilenceEdit(
                locked || draft.matchers().equals(silence.matchers()) ? null : draft.matchers(),
                sameEnd || ends.until() != null ? null : ends.length(),
                sameEnd ? null : ends.until(),
                draft.comment()
                                .equals(EditorStart.of(start.cluster(), silence, start.dialect())
                                        .comment())
                        ? null
                        : draft.comment());
    }

    private void ended(ActionResult result) {
        switch (result) {
            case ActionResult.Refused(String why, Integer count) ->
                state.set(new State.Editing("Not written: " + why + ".", count, null));
            case ActionResult.Invalid(String why) ->
                state.set(new State.Editing("Not written: " + why + ".", null, null));
            case ActionResult.Tried(List<Ladder> ladders) -> {
                // what one side of a split cluster took is written: to post it again would make another one there
                Ladder ladder = ladders.stream()
                        .filter(one -> one.conflict() != null)
                        .findFirst()
                        .orElse(ladders.getFirst());
                boolean failed = ladders.stream().allMatch(one -> one.outcome() == Outcome.FAILED);
                state.set(
                        failed || ladder.conflict() != null
                                ? new State.Editing("Not written: " + ladder.detail() + ".", null, ladder.conflict())
                                : new State.Posted(ladder));
            }
        }
    }

    private Silence begun() {
        Silence silence = start.base();
        if (silence == null) {
            throw new IllegalStateException("a new silence has no end yet");
        }
        return silence;
    }

    private Outlook.Fields now() {
        return new Outlook.Fields(matchers.get(), end.get(), comment.get());
    }

    private Outlook look() {
        Outlook.Fields typed = fields;
        Instant serverNow = world.clock().now().plus(world.ahead());
        EndTime ends = EndTime.read(typed.end(), serverNow, world.zone());
        SilenceDraft draft = locked
                ? SilenceDraft.locked(start.matchers(), ends, typed.comment())
                : SilenceDraft.read(typed.matchers(), ends, typed.comment(), start.dialect());
        Silence own = start.base();
        return Outlook.of(
                typed, draft, world.sight().get(), start.selected(), own == null || !changes() ? "" : own.id());
    }
}
