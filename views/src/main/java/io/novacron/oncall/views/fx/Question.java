package io.novacron.oncall.views.fx;

import io.novacron.oncall.core.fetch.OnDemand;
import io.novacron.oncall.core.source.Fetched;
import io.novacron.oncall.core.source.SourceError;
import io.novacron.oncall.core.time.Clock;
import java.time.Instant;
import java.util.concurrent.Executor;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// What became of the newest question to a backend. The last answer stays while the next one is under way and when it
/// fails, so that a failure never looks like nothing. FX thread only.
///
/// @param <T> the answer as the window shows it
public final class Question<T> {
    /// How far the newest question got.
    public enum Phase {
        IDLE,
        ASKING,
        ANSWERED,
        FAILED,
        CANCELLED
    }

    /// The newest question and the last answer, which may belong to an earlier one.
    ///
    /// @param answer     null until there was one
    /// @param answeredAt when it came, null until then
    /// @param error      one sentence after [Phase#FAILED], else empty
    public record State<T>(
            Phase phase, @Nullable T answer, @Nullable Instant answeredAt, String error) {

        /// An answer is on the screen that the newest question did not bring.
        public boolean outdated() {
            return answer != null && phase != Phase.ANSWERED;
        }
    }

    private final Clock clock;
    private final Executor fx;
    private final ReadOnlyObjectWrapper<State<T>> state =
            new ReadOnlyObjectWrapper<>(new State<>(Phase.IDLE, null, null, ""));
    private Runnable stop = () -> {};
    private long newest;

    /// @param fx runs work on the JavaFX thread, [Fx#run] in the program
    public Question(Clock clock, Executor fx) {
        this.clock = clock;
        this.fx = fx;
    }

    public ReadOnlyObjectProperty<State<T>> stateProperty() {
        return state.getReadOnlyProperty();
    }

    public State<T> state() {
        return state.get();
    }

    /// Asks `desk`; what was asked before is dropped.
    ///
    /// @param prepare turns the backend's answer into what is shown, on the background thread
    public <Q, A> void ask(OnDemand<Q, A> desk, Q request, Function<? super A, ? extends T> prepare) {
        stop.run();
        long number = ++newest;
        stop = desk::cancel;
        show(Phase.ASKING, "");
        desk.ask(request, fetched -> {
            Fetched<T> prepared = fetched.map(prepare);
            fx.execute(() -> {
                if (number == newest) {
                    take(prepared);
                }
            });
        });
    }

    /// Gives up on the question under way; the last answer stays.
    public void cancel() {
        if (state.get().phase() == Phase.ASKING) {
            newest++;
            stop.run();
            show(Phase.CANCELLED, "");
        }
    }

    /// Forgets everything, as before the first question.
    public void reset() {
        newest++;
        stop.run();
        state.set(new State<>(Phase.IDLE, null, null, ""));
    }

    private void take(Fetched<T> fetched) {
        switch (fetched) {
            case Fetched.Answer<T>(T value, var contact) ->
                state.set(new State<>(Phase.ANSWERED, value, clock.now(), ""));
            case Fetched.Failure<T>(SourceError.Cancelled cancelled) -> show(Phase.CANCELLED, "");
            case Fetched.Failure<T>(SourceError error) -> show(Phase.FAILED, error.sentence());
        }
    }

    private void show(Phase phase, String error) {
        State<T> now = state.get();
        state.set(new State<>(phase, now.answer(), now.answeredAt(), error));
    }
}
