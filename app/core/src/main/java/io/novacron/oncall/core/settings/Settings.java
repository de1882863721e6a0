package io.novacron.oncall.core.settings;

import java.util.List;

/**
 * The configuration file, checked, narrowed to one environment.
 *
 * @param environment the one chosen; empty where the file names none
 * @param sources those of the environment and those of none
 */
public record Settings(
        String environment,
        Operator operator,
        List<SourceSettings> sources,
        List<Watchdog> watchdogs,
        DeskSettings desk) {

    public Settings {
        sources = List.copyOf(sources);
        watchdogs = List.copyOf(watchdogs);
    }
}
