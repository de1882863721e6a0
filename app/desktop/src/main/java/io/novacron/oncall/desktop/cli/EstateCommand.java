package io.novacron.oncall.desktop.cli;

import io.novacron.oncall.demo.estate.Estate;
import io.novacron.oncall.desktop.cli.json.EstateDocument;
import io.novacron.oncall.desktop.cli.json.Json;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "estate",
        description = "Only the simulated platform, until Ctrl-C; prints where it serves as one line of JSON.")
final class EstateCommand implements Callable<Integer> {

    private static final int LAST_PORT = 65_000;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before the command runs
    CommandSpec spec;

    @Mixin
    EstateChoice choice = new EstateChoice();

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "The first of the consecutive ports it serves on; default: any free ones.")
    int port;

    @Option(
            names = "--scrape",
            description = "Serve the /metrics of every exporter, too, with a configuration for a real Prometheus.")
    boolean scrape;

    @Option(names = "--otlp", paramLabel = "URL", hidden = true)
    @Nullable
    String otlp;

    @Option(names = "--elasticsearch", paramLabel = "URL", hidden = true)
    @Nullable
    String elasticsearch;

    @Override
    public Integer call() throws Stop, InterruptedException {
        refuse("--otlp", otlp, "Jaeger");
        refuse("--elasticsearch", elasticsearch, "Elasticsearch");
        if (port < 0 || port > LAST_PORT) {
            throw Stop.usage("--port: " + port + " is no port to begin at; write one from 1024 to " + LAST_PORT);
        }
        Oncall oncall = (Oncall) spec.root().userObject();
        try (Estate estate = choice.open(oncall, "calm", port, scrape)) {
            oncall.console().answer(Json.text(EstateDocument.of(estate)));
            new CountDownLatch(1).await();
        }
        return Exit.DONE;
    }

    private static void refuse(String option, @Nullable String url, String product) throws Stop {
        if (url != null) {
            throw Stop.usage(option + ": this version cannot feed a real " + product
                    + " yet; leave it out and let the console read the simulated one");
        }
    }
}
