package io.novacron.oncall.core.silence;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

/** One window of a recurring maintenance. */
public record MaintenanceWindow(Maintenance maintenance, Instant startsAt, Instant endsAt) {

    /**
     * The id that its silence carries: the same on every console with the same settings, so that each finds what another one
     * has made and none makes a second.
     */
    public String id(String cluster) {
        String text = "novacron maintenance\n" + maintenance.name() + "\n" + cluster + "\n" + startsAt;
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
