package io.novacron.oncall.desktop.cli;

import io.novacron.oncall.core.settings.Settings;
import io.novacron.oncall.core.time.Clock;
import io.novacron.oncall.desktop.Composition;
import io.novacron.oncall.desktop.journal.Database;
import java.nio.file.Path;
import java.util.function.BiFunction;

/**
 * What the command line stands on.
 *
 * @param config the configuration file where {@code --config} names none
 * @param login name of the operator where the configuration gives none
 * @param state the folder of the log and the database
 * @param compose the program's parts, which take over the database
 */
public record Program(
        Path config, String login, Path state, BiFunction<Settings, Database, Composition> compose, Clock clock) {

    /** What this program keeps for itself between its runs. */
    Database database() {
        return Database.in(state, clock);
    }
}
