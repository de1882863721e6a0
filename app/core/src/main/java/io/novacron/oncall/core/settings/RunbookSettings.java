package io.novacron.oncall.core.settings;

import java.nio.file.Path;
import java.util.List;

/**
 * Where runbooks lie.
 *
 * @param folders with Markdown files, searched with all that is below them, in this order; they need not be there
 */
public record RunbookSettings(List<Path> folders) {

    public static final RunbookSettings DEFAULT = new RunbookSettings(List.of());

    public RunbookSettings {
        folders = List.copyOf(folders);
    }
}
