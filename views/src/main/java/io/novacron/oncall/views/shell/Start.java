package io.novacron.oncall.views.shell;

import io.novacron.oncall.core.settings.KeySettings;
import io.novacron.oncall.views.demo.DemoDesk;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What the window has to begin with.
public sealed interface Start {
    /// A configuration that holds.
    ///
    /// @param keys what the operator wants otherwise
    /// @param demo the estate behind the window where that is a simulated one
    record Ready(ShellViewModel model, List<ViewSpec> views, KeySettings keys, Optional<DemoDesk> demo)
            implements Start {
        public Ready {
            views = List.copyOf(views);
        }
    }

    /// No file at `path`: a first run, not an error.
    record NoConfiguration(Path path) implements Start {}

    /// The file cannot be used.
    ///
    /// @param problems one sentence each, naming file, line and column
    record BrokenConfiguration(Path path, List<String> problems) implements Start {
        public BrokenConfiguration {
            problems = List.copyOf(problems);
        }
    }
}
