package io.novacron.oncall.desktop.settings;

import io.novacron.oncall.core.secret.SecretRef;
import io.novacron.oncall.core.settings.DeskSettings;
import io.novacron.oncall.core.settings.RunbookSettings;
import io.novacron.oncall.core.text.Visible;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The blocks that say how the alert desk works. */
final class DeskReader {

    private static final List<String> RUNBOOKS = List.of("folders");
    private static final List<String> PAGERDUTY = List.of("routing_key");

    private final Path folder;

    /** @param file the configuration file, whose folder relative paths start from */
    DeskReader(Path file) {
        Path absolute = file.toAbsolutePath().normalize();
        Path parent = absolute.getParent();
        this.folder = parent == null ? absolute : parent;
    }

    DeskSettings read(Block root) {
        return new DeskSettings(
                AlertsReader.alerts(root),
                NotifyReader.read(named(root, "notify")),
                runbooks(named(root, "runbooks")),
                KeysReader.read(named(root, "keys")),
                MaintenanceReader.maintenance(root),
                pagerDuty(named(root, "pagerduty")));
    }

    private static Optional<Block> named(Block root, String key) {
        return root.block(key).map(block -> block.named("[" + key + "]"));
    }

    private @Nullable SecretRef pagerDuty(Optional<Block> block) {
        if (block.isEmpty()) {
            return null;
        }
        block.get().allow(PAGERDUTY);
        if (!block.get().has("routing_key")) {
            block.get().missing("routing_key", "routing_key = \"env:PAGERDUTY_KEY\"");
        }
        return new SecretWords(folder).read(block.get(), "routing_key").orElse(null);
    }

    private RunbookSettings runbooks(Optional<Block> block) {
        if (block.isEmpty()) {
            return RunbookSettings.DEFAULT;
        }
        block.get().allow(RUNBOOKS);
        List<Path> folders = new ArrayList<>();
        for (Block.Item item : block.get().texts("folders")) {
            try {
                if (item.text().isBlank()) {
                    throw new InvalidPathException(item.text(), "empty");
                }
                folders.add(folder.resolve(item.text()));
            } catch (InvalidPathException e) {
                block.get()
                        .problem(
                                item.place(),
                                "The key folders of [runbooks] holds \"" + Visible.line(item.text(), 200)
                                        + "\", which is no folder's name; write for example \"runbooks\".");
            }
        }
        return new RunbookSettings(folders);
    }
}
