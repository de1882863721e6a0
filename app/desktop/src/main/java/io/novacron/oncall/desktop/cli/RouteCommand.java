package io.novacron.oncall.desktop.cli;

import io.novacron.oncall.core.alert.Labels;
import io.novacron.oncall.core.routing.ConfigException;
import io.novacron.oncall.core.routing.Routing;
import io.novacron.oncall.core.text.Visible;
import io.novacron.oncall.desktop.Composition;
import io.novacron.oncall.desktop.cli.json.ErrorDocument;
import io.novacron.oncall.desktop.cli.json.Json;
import io.novacron.oncall.desktop.cli.json.RouteDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "route",
        description = "Who is told of an alert with these labels, and by which way through the routing tree; as amtool"
                + " config routes test.")
final class RouteCommand extends CliCommand {

    @Option(
            names = "--labels",
            paramLabel = "NAME=VALUE,...",
            description = "The labels of the alert; a name or value with a comma stands in double quotes.")
    @Nullable
    String labels;

    @Option(
            names = "--config-file",
            paramLabel = "FILE",
            description = "An alertmanager.yml; default: what the configured Alertmanagers run now.")
    @Nullable
    Path configFile;

    @Option(
            names = "--batch",
            paramLabel = "FILE",
            description =
                    "Decide every line of FILE (- for standard input), {\"labels\":{}}, and print one document a line.")
    @Nullable
    String batch;

    @Option(names = "--cluster", paramLabel = "NAME", description = "Where clusters route differently: which one.")
    @Nullable
    String cluster;

    @Override
    public Integer call() throws Stop, InterruptedException {
        if ((labels == null) == (batch == null)) {
            throw Stop.usage("name one of the two: the labels of an alert with --labels, or a file with --batch");
        }
        Labels asked = LabelText.read(labels == null ? "" : labels);
        RoutingChoice choice = choice();
        Routing routing = choice.routing();
        choice.remarks().forEach(console()::message);
        String file = batch;
        if (file != null) {
            new Batch(console()).run(file, line -> RouteDocument.of(routing, Batch.labels(line)));
        } else {
            answer(
                    RouteDocument.of(routing, asked),
                    RouteText.of(routing, asked, oncall().program().clock().now()));
        }
        return choice.complete() ? Exit.DONE : Exit.SOURCE;
    }

    private RoutingChoice choice() throws Stop, InterruptedException {
        Path file = configFile;
        if (file == null) {
            try (Composition parts = oncall().compose()) {
                return RoutingChoice.ask(parts, cluster);
            }
        }
        try {
            Routing routing = Routing.of(Files.readString(file));
            return new RoutingChoice(routing, routing.notes(), true);
        } catch (IOException e) {
            throw Stop.usage("--config-file: " + Visible.line(file.toString(), 200)
                    + " cannot be read as UTF-8 text; name an alertmanager.yml");
        } catch (ConfigException e) {
            if (json) {
                console().answer(Json.text(ErrorDocument.of(e.sentence())));
            }
            throw Stop.usage("--config-file " + Visible.line(file.toString(), 200) + ": " + e.sentence());
        }
    }
}
