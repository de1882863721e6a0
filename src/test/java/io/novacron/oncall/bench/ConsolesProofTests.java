package io.novacron.oncall.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Two consoles for half a minute; {@code ./oncall bench consoles} gives them five. */
@Execution(ExecutionMode.CONCURRENT)
class ConsolesProofTests {

    @TempDir
    Path folder;

    @Test
    void killedAndCutOffConsolesLeaveOneAcknowledgementOfEachAlertWithEveryName() throws Exception {
        long seed = System.nanoTime();
        List<String> told = Collections.synchronizedList(new ArrayList<>());
        ConsolesProof.Plan plan = new ConsolesProof.Plan(
                2,
                Duration.ofSeconds(15),
                3,
                Duration.ofSeconds(4),
                Duration.ZERO,
                Duration.ofSeconds(2),
                Duration.ofSeconds(60),
                Duration.ofSeconds(30),
                seed);
        ConsolesProof.Verdict verdict = new ConsolesProof(plan, folder, told::add).run();
        assertThat(verdict.faults()).as("seed %d, %s", seed, told).isEmpty();
        assertThat(verdict.orderly()).as("seed %d, %s", seed, told).isLessThan(plan.order());
        assertThat(verdict.deeds())
                .as("seed %d", seed)
                .containsKeys("ack EFFECTIVE", "unack EFFECTIVE", "edit EFFECTIVE", "extend EFFECTIVE");
    }
}
