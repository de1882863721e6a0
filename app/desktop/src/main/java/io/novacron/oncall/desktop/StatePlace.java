package io.novacron.oncall.desktop;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** Where the console keeps what it writes for itself, such as its log. */
public final class StatePlace {

    private StatePlace() {}

    /** The folder for this process; it need not exist. */
    public static Path here() {
        return of(System.getenv(), System.getProperty("os.name", ""), Path.of(System.getProperty("user.home", ".")));
    }

    /**
     * Windows: {@code %LOCALAPPDATA%\oncall}; macOS: {@code ~/Library/Logs/oncall}; elsewhere {@code oncall} in
     * {@code $XDG_STATE_HOME} where that is an absolute path, else in {@code ~/.local/state}.
     */
    static Path of(Map<String, String> environment, String osName, Path home) {
        return folder(environment, osName.toLowerCase(Locale.ROOT), home).resolve("oncall");
    }

    private static Path folder(Map<String, String> environment, String os, Path home) {
        if (os.startsWith("windows")) {
            String local = environment.getOrDefault("LOCALAPPDATA", "");
            return local.isBlank() ? home.resolve("AppData").resolve("Local") : Path.of(local);
        }
        if (os.startsWith("mac")) {
            return home.resolve("Library").resolve("Logs");
        }
        Path xdg = Path.of(environment.getOrDefault("XDG_STATE_HOME", ""));
        return xdg.isAbsolute() ? xdg : home.resolve(".local").resolve("state");
    }
}
