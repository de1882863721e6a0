package io.novacron.oncall.desktop.settings;

import io.novacron.oncall.core.settings.DeskSettings;
import io.novacron.oncall.core.settings.Operator;
import io.novacron.oncall.core.settings.Role;
import io.novacron.oncall.core.settings.Settings;
import io.novacron.oncall.core.settings.SourceSettings;
import io.novacron.oncall.core.settings.Watchdog;
import io.novacron.oncall.core.text.Visible;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** From the tables of the file to {@link Settings}. */
final class SettingsReader {

    private static final List<String> KEYS = List.of(
            "environment",
            "operator",
            "source",
            "watchdog",
            "alerts",
            "notify",
            "maintenance",
            "runbooks",
            "keys",
            "pagerduty");
    private static final List<String> OPERATOR = List.of("name", "role");

    private final Path file;
    private final String login;
    private final List<Problem> problems;

    SettingsReader(Path file, String login, List<Problem> problems) {
        this.file = file;
        this.login = login;
        this.problems = problems;
    }

    Optional<Settings> read(Block root, Optional<String> wanted) {
        root.allow(KEYS);
        Optional<String> written = root.text("environment");
        Operator operator = operator(root.block("operator").map(block -> block.named("[operator]")));
        List<SourceSettings> sources = new SourceReader(file).sources(root);
        List<Watchdog> watchdogs = WatchdogReader.watchdogs(root);
        DeskSettings desk = new DeskReader(file).read(root);
        if (!root.has("source")) {
            root.missing("source", "a [[source]] block with name, kind and urls");
        }
        if (!problems.isEmpty()) {
            return Optional.empty();
        }
        return environment(root, written, wanted, sources)
                .map(chosen -> new Settings(chosen, operator, narrow(sources, chosen), watchdogs, desk));
    }

    private Operator operator(Optional<Block> block) {
        if (block.isEmpty()) {
            return new Operator(login, Role.RESPONDER);
        }
        Block operator = block.get();
        operator.allow(OPERATOR);
        String name =
                operator.has("name") ? operator.requiredText("name", "\"ana\"").orElse(login) : login;
        if (Visible.suspicious(name)) {
            operator.problem(
                    "name", "The name of [operator] holds characters that do not print; write it without them.");
        }
        Role role = operator.choice("role", List.of(Role.values()), Role::word).orElse(Role.RESPONDER);
        return new Operator(name, role);
    }

    private Optional<String> environment(
            Block root, Optional<String> written, Optional<String> wanted, List<SourceSettings> sources) {
        TreeSet<String> known = new TreeSet<>();
        sources.stream()
                .map(SourceSettings::environment)
                .filter(name -> !name.isEmpty())
                .forEach(known::add);
        // where no source names one, the word at the top is only a name for the whole
        if (known.isEmpty()) {
            written.ifPresent(known::add);
        }
        if (wanted.isPresent() && !known.contains(wanted.get())) {
            problems.add(new Problem(0, 0, unknown(wanted.get(), known, "--env")));
            return Optional.empty();
        }
        if (wanted.isEmpty() && written.isPresent() && !known.contains(written.get())) {
            root.problem("environment", unknown(written.get(), known, "environment"));
            return Optional.empty();
        }
        return Optional.of(wanted.or(() -> written).orElse(""));
    }

    private static String unknown(String name, Collection<String> known, String where) {
        String list = known.isEmpty() ? "the file names none" : "known are " + Visible.line(String.join(", ", known));
        return "No source belongs to the environment \"" + Visible.line(name, 60) + "\" of " + where + "; " + list
                + ".";
    }

    private static List<SourceSettings> narrow(List<SourceSettings> sources, String chosen) {
        List<SourceSettings> narrowed = new ArrayList<>();
        for (SourceSettings source : sources) {
            if (chosen.isEmpty()
                    || source.environment().isEmpty()
                    || source.environment().equals(chosen)) {
                narrowed.add(source);
            }
        }
        return narrowed;
    }
}
