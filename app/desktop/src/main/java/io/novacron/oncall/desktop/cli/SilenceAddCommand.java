package io.novacron.oncall.desktop.cli;

import io.novacron.oncall.core.action.ActionResult;
import io.novacron.oncall.core.action.CreateSilence;
import io.novacron.oncall.core.action.Ladder;
import io.novacron.oncall.core.silence.Matcher;
import io.novacron.oncall.core.silence.SilencePreview;
import io.novacron.oncall.desktop.Composition;
import io.novacron.oncall.desktop.cli.json.WriteDocument;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "add",
        description = "Make a silence. What is dangerous is refused with its count, --confirm COUNT goes on.")
final class SilenceAddCommand extends SourceCommand {

    @Option(
            names = "--matcher",
            required = true,
            paramLabel = "MATCHER",
            description = "For instance 'service=\"billing\"'; repeated: all must hold.")
    List<String> matchers = new ArrayList<>();

    @Option(names = "--for", paramLabel = "DURATION", description = "How long from now, for instance 2h.")
    @Nullable
    String length;

    @Option(names = "--until", paramLabel = "TIME", description = "Instead of --for: when it ends.")
    @Nullable
    String until;

    @Option(names = "--comment", required = true, paramLabel = "TEXT", description = "Why.")
    String comment = "";

    @Option(
            names = "--confirm",
            paramLabel = "COUNT",
            description = "How many alerts it hits, where that is asked for.")
    @Nullable
    Integer confirm;

    @Option(
            names = "--cluster",
            paramLabel = "NAME",
            description = "Where to make it; default: in every cluster in which it hits something.")
    @Nullable
    String cluster;

    @Override
    int run(Composition parts) throws Stop, InterruptedException {
        List<Matcher> rule = Texts.matchers("--matcher", matchers);
        Instant end = end();
        Duration lasting = lasting(parts, end);
        Clusters clusters = Clusters.read(parts);
        Map<String, Integer> targets = targets(rule, clusters, lasting);
        clusters.tell(console());
        List<Ladder> ladders = new ArrayList<>();
        for (Map.Entry<String, Integer> target : targets.entrySet()) {
            Integer confirmed = targets.size() == 1 || confirm == null ? confirm : target.getValue();
            CreateSilence.Request request =
                    new CreateSilence.Request(target.getKey(), rule, lasting, end, comment, confirmed);
            ActionResult result = Progress.of(() -> new CreateSilence(parts.actions()).run(request), parts, console());
            try {
                ladders.addAll(Written.tried(result));
            } catch (Stop stop) {
                if (!ladders.isEmpty()) {
                    answer(WriteDocument.of(ladders), Written.readable(ladders));
                }
                throw stop;
            }
        }
        answer(WriteDocument.of(ladders), Written.readable(ladders));
        return Written.exit(ladders);
    }

    /** The moment that --until names, null for --for. */
    private @Nullable Instant end() throws Stop {
        String text = until;
        if ((length == null) == (text == null)) {
            throw Stop.usage("say how long the silence lasts with one of --for DURATION and --until TIME");
        }
        return text == null ? null : Texts.time("--until", text);
    }

    private Duration lasting(Composition parts, @Nullable Instant end) throws Stop {
        return end == null
                ? Texts.duration("--for", String.valueOf(length))
                : Duration.between(parts.clock().now(), end);
    }

    /** Cluster to the count of alerts it hits there. Several clusters are confirmed as one, before the first is written to. */
    private Map<String, Integer> targets(List<Matcher> rule, Clusters clusters, Duration lasting) throws Stop {
        Map<String, Integer> targets = new LinkedHashMap<>();
        if (cluster != null || clusters.names().size() == 1) {
            String only = cluster == null ? clusters.names().getFirst() : clusters.named(cluster);
            targets.put(only, Rules.preview(rule, clusters, only).count());
            return targets;
        }
        if (!clusters.failures().isEmpty()) {
            throw Stop.source(String.join("\n", clusters.failures())
                    + "\nnot every cluster answers, so choose one with --cluster");
        }
        boolean dangerous = false;
        int total = 0;
        for (String name : clusters.names()) {
            SilencePreview preview = Rules.preview(rule, clusters, name);
            if (preview.count() > 0) {
                targets.put(name, preview.count());
                total += preview.count();
                dangerous |= !preview.danger(lasting).isEmpty();
            }
        }
        if (targets.isEmpty()) {
            throw Stop.usage("it hits no alert of " + String.join(", ", clusters.names())
                    + ", so say where to make it with --cluster");
        }
        boolean several = targets.size() > 1;
        if (several && (confirm == null ? dangerous : confirm != total)) {
            throw new Stop(
                    Exit.REFUSED,
                    "refused: this silences " + total + " alerts in " + String.join(", ", targets.keySet())
                            + "; confirm the count " + total + " to go on (--confirm " + total + ")");
        }
        return targets;
    }
}
