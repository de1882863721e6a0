package io.novacron.oncall.bench;

import java.util.List;
import java.util.function.Consumer;

/** One benchmark or long proof by its name on the command line. */
interface Benchmark {

    String name();

    /**
     * Runs it whole.
     *
     * @param progress takes a line for whoever waits
     */
    List<BenchResult> run(Consumer<String> progress) throws Exception;
}
