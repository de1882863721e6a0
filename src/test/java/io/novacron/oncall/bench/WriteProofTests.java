package io.novacron.oncall.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.novacron.oncall.bench.WriteWorker.Deed;
import io.novacron.oncall.fault.Fault;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** 500 writes through faults; {@code ./oncall bench writes} does 10 000. */
@Execution(ExecutionMode.CONCURRENT)
class WriteProofTests {

    @TempDir
    Path folder;

    @Test
    void noFaultMakesASecondSilenceOrLeavesAnOutcomeUnknown() throws Exception {
        long seed = System.nanoTime();
        FaultDice dice = new FaultDice(seed, 0.08, 0.03);
        WriteProof.Verdict verdict = new WriteProof(new WriteProof.Plan(500, 48, seed, dice), folder).run();
        assertThat(verdict.written()).as("seed %d", seed).isGreaterThanOrEqualTo(490);
        assertThat(verdict.writes()).as("seed %d", seed).containsKeys(Deed.values());
        assertThat(dice.thrown())
                .as("seed %d", seed)
                .containsKeys(Fault.Kind.RESET, Fault.Kind.STALL, Fault.Kind.ERROR, Fault.Kind.CUT);
        assertThat(verdict.duplicates()).as("seed %d", seed).isEmpty();
        assertThat(verdict.unknown()).as("seed %d", seed).isEmpty();
        assertThat(verdict.lies()).as("seed %d", seed).isEmpty();
    }
}
