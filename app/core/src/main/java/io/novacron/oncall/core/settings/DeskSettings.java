package io.novacron.oncall.core.settings;

import io.novacron.oncall.core.secret.SecretRef;
import io.novacron.oncall.core.silence.Maintenance;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the alert desk works, apart from where its data comes from.
 *
 * @param keys what the operator's keys do
 * @param maintenance recurring silences that are made ahead
 * @param pagerDuty where the routing key stands with which alerts are acknowledged in PagerDuty too; null for nowhere
 */
public record DeskSettings(
        AlertSettings alerts,
        NotifySettings attention,
        RunbookSettings runbooks,
        KeySettings keys,
        List<Maintenance> maintenance,
        @Nullable SecretRef pagerDuty) {

    public static final DeskSettings DEFAULT = new DeskSettings(
            AlertSettings.DEFAULT,
            NotifySettings.DEFAULT,
            RunbookSettings.DEFAULT,
            KeySettings.DEFAULT,
            List.of(),
            null);

    public DeskSettings {
        maintenance = List.copyOf(maintenance);
    }
}
