package io.novacron.oncall.desktop.cli;

import io.novacron.oncall.core.settings.Settings;
import io.novacron.oncall.core.time.Clock;
import io.novacron.oncall.desktop.Composition;
import java.nio.file.Path;
import java.util.function.Function;

/**
 * What the command line stands on.
 *
 * @param config the configuration file where {@code --config} names none
 * @param login name of the operator where the configuration gives none
 * @param state the folder of the log
 */
public record Program(Path config, String login, Path state, Function<Settings, Composition> compose, Clock clock) {}
