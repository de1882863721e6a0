package io.novacron.oncall.desktop.cli.json;

import io.novacron.oncall.core.notify.ReachCheck;
import java.util.List;

/** Whether a notice and a sound reach this desktop: {@code daemon}, {@code sound} and {@code mute}. */
public record NotifyDocument(List<Check> checks) {

    public record Check(String name, boolean ok, String detail) {}

    public static NotifyDocument of(List<ReachCheck> checks) {
        return new NotifyDocument(checks.stream()
                .map(check -> new Check(check.name(), check.ok(), check.detail()))
                .toList());
    }
}
