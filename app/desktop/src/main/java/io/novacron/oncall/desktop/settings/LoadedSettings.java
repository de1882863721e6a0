package io.novacron.oncall.desktop.settings;

import io.novacron.oncall.core.settings.Settings;
import java.nio.file.Path;
import java.util.List;

/** What became of reading the configuration file. */
public sealed interface LoadedSettings {

    record Loaded(Settings settings, Path file) implements LoadedSettings {}

    /** There is no such file: nothing is configured yet. */
    record Missing(Path file) implements LoadedSettings {}

    /** All that is wrong with it, in the order of the file; never empty. */
    record Broken(Path file, List<Problem> problems) implements LoadedSettings {

        public Broken {
            problems = List.copyOf(problems);
        }
    }
}
