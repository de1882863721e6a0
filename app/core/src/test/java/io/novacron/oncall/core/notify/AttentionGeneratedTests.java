package io.novacron.oncall.core.notify;

import static org.assertj.core.api.Assertions.assertThat;

import io.novacron.oncall.core.alert.AlertKey;
import io.novacron.oncall.core.source.SourceState;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Random nights: alerts come, go, are silenced, sources are lost, the console restarts. */
class AttentionGeneratedTests {

    private static final int NIGHTS = 30;
    private static final List<String> SEVERITIES = List.of("critical", "error", "warning", "info", "odd");

    @Test
    void noNightTellsAFiringTwiceOrMoreThanTwentyTimesAMinuteAndAllOfItIsReproducible() {
        for (long seed = 0; seed < NIGHTS; seed++) {
            List<Notice> notices = night(seed);
            assertThat(Watchman.mostAMinute(notices)).as("seed %d", seed).isLessThanOrEqualTo(20);
            Map<AlertKey, Instant> told = new HashMap<>();
            for (Notice notice : notices) {
                if (notice.kind() == Notice.Kind.FIRING && notice.alerts() == 1 && notice.worst() != null) {
                    Instant before = told.put(notice.worst(), notice.at());
                    assertThat(before == null
                                    || Duration.between(before, notice.at()).toMinutes() >= 5)
                            .as("seed %d: %s at %s and %s", seed, notice.title(), before, notice.at())
                            .isTrue();
                }
            }
            assertThat(night(seed)).as("seed %d", seed).isEqualTo(notices);
        }
    }

    private static List<Notice> night(long seed) {
        Random random = new Random(seed);
        Watchman night = Watchman.usual();
        for (int step = 0; step < 200; step++) {
            String cluster = random.nextBoolean() ? "eu" : "us";
            String name = "Alert" + random.nextInt(40);
            String severity = SEVERITIES.get(name.hashCode() % 5 < 0 ? 0 : name.hashCode() % 5);
            boolean listed = night.board().alert(night.key(cluster, name, severity)) != null;
            switch (random.nextInt(10)) {
                case 0, 1, 2, 3 -> {
                    if (!listed) {
                        night.fires(cluster, name, severity);
                    }
                }
                case 4 -> night.resolves(cluster, name, severity);
                case 5 -> {
                    if (listed) {
                        night.silenced(cluster, name, severity);
                    }
                }
                case 6 -> {
                    if (listed) {
                        night.firesAgain(cluster, name, severity);
                    }
                }
                case 7 -> night.source(cluster, random.nextBoolean() ? SourceState.STALE : SourceState.LIVE);
                case 8 -> {
                    if (random.nextInt(10) == 0) {
                        night.consoleRestarts();
                    }
                }
                default -> night.attention().looked(night.key(cluster, name, severity));
            }
            night.passes(Duration.ofSeconds(1 + random.nextInt(20)));
        }
        return night.taken();
    }
}
