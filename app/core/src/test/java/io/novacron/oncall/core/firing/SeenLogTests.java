package io.novacron.oncall.core.firing;

import static org.assertj.core.api.Assertions.assertThat;

import io.novacron.oncall.core.alert.AlertBoard;
import io.novacron.oncall.core.alert.AlertKey;
import io.novacron.oncall.core.alert.Labels;
import io.novacron.oncall.core.fault.FaultRow;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SeenLogTests {

    private static final Instant START = Instant.parse("2026-11-22T22:00:00Z");
    private static final Set<String> WHOLE = Set.of("am");
    private static final AlertBoard FIRING = HistoryTests.board("alertname", "Down");
    private static final AlertKey DOWN =
            new AlertKey("am", Labels.of(Map.of("alertname", "Down")).fingerprint());

    private final SeenLog log = new SeenLog();

    @FaultRow("F67 an alert flaps every 30 s: 14 times in 10 min, the last 20 changes kept")
    void flappingIsCountedOverTenMinutesAndItsLastChangesAreKept() {
        Instant now = START;
        log.observe(AlertBoard.EMPTY, WHOLE, now);
        for (int i = 0; i < 40; i++) {
            now = now.plusSeconds(30);
            log.observe(FIRING, WHOLE, now);
            now = now.plusSeconds(13);
            log.observe(AlertBoard.EMPTY, WHOLE, now);
        }
        assertThat(log.starts(DOWN, now)).isEqualTo(14);
        assertThat(log.changes(DOWN)).hasSize(20);
        assertThat(log.starts(DOWN, now.plusSeconds(600))).isZero();
        assertThat(log.ended()).hasSize(40);
    }

    @Test
    void whatTheFirstLookShowsBeganBefore() {
        log.observe(FIRING, WHOLE, START);
        log.observe(FIRING, WHOLE, START.plusSeconds(15));
        assertThat(log.changes(DOWN)).isEmpty();
    }

    /** Alerts guide A3: absence is an end only where every member said so. */
    @Test
    void anAlertThatIsGoneWhileAMemberIsSilentHasNotEnded() {
        log.observe(FIRING, WHOLE, START);
        log.observe(AlertBoard.EMPTY, Set.of(), START.plusSeconds(15));
        assertThat(log.ended()).isEmpty();
        log.observe(FIRING, WHOLE, START.plusSeconds(30));
        assertThat(log.changes(DOWN)).isEmpty();
        log.observe(AlertBoard.EMPTY, WHOLE, START.plusSeconds(45));
        assertThat(log.ended()).singleElement().satisfies(ended -> {
            assertThat(ended.last().key()).isEqualTo(DOWN);
            assertThat(ended.at()).isEqualTo(START.plusSeconds(45));
        });
    }
}
