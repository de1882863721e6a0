package io.novacron.oncall.fault;

import org.junit.jupiter.api.function.ThrowingConsumer;

/**
 * One row of the table of faults (reliability guide §5) as a test.
 *
 * @param id for instance {@code F53}
 * @param sentence what goes wrong and what must be seen of it
 * @param real whether it goes wrong on real servers
 * @param <T> what the test works with
 */
record FaultRow<T>(String id, String sentence, boolean real, ThrowingConsumer<T> test) {

    static <T> FaultRow<T> real(String id, String sentence, ThrowingConsumer<T> test) {
        return new FaultRow<>(id, sentence, true, test);
    }

    /** Runs it and says so on standard output. */
    void run(T stage) throws Throwable {
        test.accept(stage);
        System.out.println("fault row " + this);
    }

    @Override
    public String toString() {
        return id + " " + sentence + " [" + (real ? "real" : "fake") + "]";
    }
}
