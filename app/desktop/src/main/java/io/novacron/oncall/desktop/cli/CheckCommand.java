package io.novacron.oncall.desktop.cli;

import io.novacron.oncall.core.source.SourceStatus;
import io.novacron.oncall.desktop.Composition;
import io.novacron.oncall.desktop.cli.json.CheckDocument;
import io.novacron.oncall.desktop.cli.json.SourceDocument;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;

@Command(name = "check", description = "How every source stands: state, version, latency, clock, certificate.")
final class CheckCommand extends SourceCommand {

    @Override
    int run(Composition parts) throws InterruptedException {
        Statuses statuses = Statuses.ask(parts);
        CheckDocument document = new CheckDocument(statuses.documents(parts));
        answer(document, table(document));
        if (document.sources().isEmpty()) {
            console().message("the configuration names no source for this environment");
        }
        boolean allLive = !statuses.all().isEmpty() && statuses.all().stream().allMatch(SourceStatus::live);
        return statuses.anyFailed() ? Exit.SOURCE : allLive ? Exit.DONE : Exit.NO;
    }

    private static String table(CheckDocument document) {
        Table table = new Table("SOURCE", "KIND", "STATE", "VERSION", "LATENCY", "CLOCK", "TLS", "REASON");
        for (SourceDocument source : document.sources()) {
            table.row(
                    source.name(),
                    source.kind(),
                    source.state().name(),
                    (source.version() + " " + source.flavour()).strip(),
                    unit(source.latencyMs(), " ms"),
                    clock(source.skewMs()),
                    unit(source.tlsDaysLeft(), " d"),
                    source.reason());
        }
        return table.text();
    }

    /** The Date header counts whole seconds, so less than two of them say nothing. */
    private static String clock(@Nullable Long skewMs) {
        return skewMs != null && Math.abs(skewMs) < 2000 ? "" : unit(skewMs, " ms");
    }

    private static String unit(@Nullable Long value, String unit) {
        return value == null ? "" : Objects.toString(value) + unit;
    }
}
