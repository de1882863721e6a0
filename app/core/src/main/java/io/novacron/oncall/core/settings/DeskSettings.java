package io.novacron.oncall.core.settings;

import io.novacron.oncall.core.silence.Maintenance;
import java.util.List;

/**
 * How the alert desk works, apart from where its data comes from.
 *
 * @param maintenance recurring silences that are made ahead
 */
public record DeskSettings(AlertSettings alerts, RunbookSettings runbooks, List<Maintenance> maintenance) {

    public static final DeskSettings DEFAULT =
            new DeskSettings(AlertSettings.DEFAULT, RunbookSettings.DEFAULT, List.of());

    public DeskSettings {
        maintenance = List.copyOf(maintenance);
    }
}
