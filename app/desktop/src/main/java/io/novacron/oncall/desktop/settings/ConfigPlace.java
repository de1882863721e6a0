package io.novacron.oncall.desktop.settings;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** Where the configuration file stands when the command line does not say it. */
public final class ConfigPlace {

    private ConfigPlace() {}

    /** The place for this process. */
    public static Path here() {
        return of(System.getenv(), System.getProperty("os.name", ""), Path.of(System.getProperty("user.home", ".")));
    }

    /**
     * Windows: {@code %APPDATA%\oncall}; macOS: {@code ~/Library/Application Support/oncall}; elsewhere {@code oncall} in
     * {@code $XDG_CONFIG_HOME} where that is an absolute path (the XDG specification ignores others), else in
     * {@code ~/.config}. The file is {@code config.toml}.
     */
    public static Path of(Map<String, String> environment, String osName, Path home) {
        return folder(environment, osName.toLowerCase(Locale.ROOT), home)
                .resolve("oncall")
                .resolve("config.toml");
    }

    private static Path folder(Map<String, String> environment, String os, Path home) {
        if (os.startsWith("windows")) {
            String appData = environment.getOrDefault("APPDATA", "");
            return appData.isBlank() ? home.resolve("AppData").resolve("Roaming") : Path.of(appData);
        }
        if (os.startsWith("mac")) {
            return home.resolve("Library").resolve("Application Support");
        }
        Path xdg = Path.of(environment.getOrDefault("XDG_CONFIG_HOME", ""));
        return xdg.isAbsolute() ? xdg : home.resolve(".config");
    }
}
