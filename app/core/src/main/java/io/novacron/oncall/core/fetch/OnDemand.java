package io.novacron.oncall.core.fetch;

import io.novacron.oncall.core.source.Fetched;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * One kind of read that the operator asks for, such as a trace search. A new request cancels the one before it, and an answer
 * to anything but the newest request is dropped. Any thread; a delivery must not wait for one that asks.
 *
 * @param <Q> the request
 * @param <T> the answer
 */
public final class OnDemand<Q, T> {

    private final WorkBoard work;
    private final String what;
    private final Function<Q, Fetched<T>> read;
    private long newest;
    private long inHand;

    public OnDemand(WorkBoard work, String what, Function<Q, Fetched<T>> read) {
        this.work = work;
        this.what = what;
        this.read = read;
    }

    /** Asks; {@code deliver} is called on a background thread unless a newer request overtakes this one. */
    public void ask(Q request, Consumer<Fetched<T>> deliver) {
        synchronized (this) {
            long number = ++newest;
            work.cancel(inHand);
            inHand = work.start(what, () -> handOver(number, read.apply(request), deliver));
        }
    }

    /** Under the lock, so that no newer request comes between the look and the delivery. */
    private synchronized void handOver(long number, Fetched<T> answer, Consumer<Fetched<T>> deliver) {
        if (newest == number) {
            deliver.accept(answer);
        }
    }

    /** Drops the request in hand; its answer is not delivered. */
    public void cancel() {
        synchronized (this) {
            newest++;
            work.cancel(inHand);
        }
    }
}
