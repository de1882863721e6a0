package io.novacron.oncall.desktop.cli;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Times in tables: UTC, to the second. */
final class Clocks {

    private Clocks() {}

    static String shown(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
