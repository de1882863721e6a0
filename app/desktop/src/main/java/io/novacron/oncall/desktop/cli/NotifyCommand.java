package io.novacron.oncall.desktop.cli;

import io.novacron.oncall.core.notify.ReachCheck;
import io.novacron.oncall.desktop.cli.json.NotifyDocument;
import io.novacron.oncall.desktop.notify.DesktopReach;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "notify",
        description = "Do a notification and a sound reach this desktop? Shows and sounds one. Exit 1 for no.")
final class NotifyCommand extends CliCommand {

    @Option(names = "--test", description = "Show a notification, sound a tone, and say what arrived.")
    boolean test;

    @Override
    public Integer call() throws Stop, InterruptedException {
        if (!test) {
            throw Stop.usage("say oncall notify --test; notices themselves come from the window");
        }
        List<ReachCheck> checks = new DesktopReach(oncall().program().clock()).test();
        answer(NotifyDocument.of(checks), table(checks));
        return checks.stream().allMatch(ReachCheck::ok) ? Exit.DONE : Exit.NO;
    }

    private static String table(List<ReachCheck> checks) {
        Table table = new Table("CHECK", "OK", "DETAIL");
        checks.forEach(check -> table.row(check.name(), check.ok() ? "yes" : "NO", check.detail()));
        return table.text();
    }
}
