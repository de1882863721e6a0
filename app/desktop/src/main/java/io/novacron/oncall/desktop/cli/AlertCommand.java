package io.novacron.oncall.desktop.cli;

import io.novacron.oncall.core.alert.Ack;
import io.novacron.oncall.core.alert.Alert;
import io.novacron.oncall.core.text.Visible;
import io.novacron.oncall.desktop.Composition;
import io.novacron.oncall.desktop.cli.json.AlertDocument;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "alert", description = "Everything about one alert.")
final class AlertCommand extends SourceCommand {

    @Parameters(paramLabel = "FINGERPRINT", description = "As oncall alerts shows it.")
    String fingerprint = "";

    @Option(names = "--cluster", paramLabel = "NAME", description = "Where several clusters have the alert: which one.")
    @Nullable
    String cluster;

    @Override
    int run(Composition parts) throws Stop, InterruptedException {
        Clusters clusters = Clusters.read(parts);
        Alert alert = Objects.requireNonNull(clusters.board().alert(clusters.firing(fingerprint, cluster)));
        answer(AlertDocument.of(alert), readable(alert));
        clusters.tell(console());
        return clusters.exit();
    }

    private static String readable(Alert alert) {
        Table table = new Table("NAME", alert.name())
                .row("SUMMARY", alert.summary())
                .row(
                        "SEVERITY",
                        alert.severity().mark() + " (" + alert.severity().meaning() + ")")
                .row("STATE", alert.state().word())
                .row("SINCE", Clocks.shown(alert.startsAt()))
                .row("IDENTITY", alert.key().cluster() + " " + alert.key().fingerprint())
                .row("SEEN ON", String.join(", ", alert.seenOn()))
                .row("RECEIVERS", String.join(", ", alert.receivers()));
        Ack ack = alert.ack();
        if (ack != null) {
            table.row("OWNER", ack.owner() + ", until " + Clocks.shown(ack.until()) + ": " + ack.comment());
        }
        if (!alert.silencedBy().isEmpty()) {
            table.row("SILENCED BY", String.join(", ", alert.silencedBy()));
        }
        if (!alert.inhibitedBy().isEmpty()) {
            table.row("INHIBITED BY", String.join(", ", alert.inhibitedBy()));
        }
        if (!alert.mutedBy().isEmpty()) {
            table.row("MUTED BY", String.join(", ", alert.mutedBy()));
        }
        StringBuilder text = new StringBuilder(table.text()).append("\n\nLABELS");
        alert.labels().byName().forEach((name, value) -> append(text, name, value));
        text.append("\n\nANNOTATIONS");
        new TreeMap<>(alert.annotations()).forEach((name, value) -> append(text, name, value));
        return text.toString();
    }

    private static void append(StringBuilder text, String name, String value) {
        text.append("\n  ").append(Visible.line(name)).append(": ").append(Visible.line(value));
    }
}
