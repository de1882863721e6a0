package io.novacron.oncall.core.settings;

/** How the alert desk works, apart from where its data comes from. */
public record DeskSettings(AlertSettings alerts, RunbookSettings runbooks) {

    public static final DeskSettings DEFAULT = new DeskSettings(AlertSettings.DEFAULT, RunbookSettings.DEFAULT);
}
