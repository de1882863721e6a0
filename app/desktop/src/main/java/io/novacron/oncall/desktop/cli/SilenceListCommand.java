package io.novacron.oncall.desktop.cli;

import io.novacron.oncall.core.alert.Alert;
import io.novacron.oncall.core.alert.ClusterSilence;
import io.novacron.oncall.core.silence.Matcher;
import io.novacron.oncall.core.silence.MatcherSyntaxException;
import io.novacron.oncall.core.silence.Matching;
import io.novacron.oncall.core.silence.Silence;
import io.novacron.oncall.desktop.Composition;
import io.novacron.oncall.desktop.cli.json.SilencesDocument;
import io.novacron.oncall.desktop.cli.json.SilencesDocument.SilenceDocument;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import picocli.CommandLine.Command;

@Command(
        name = "list",
        description = "All silences and acknowledgements, expired ones as long as the servers keep them.")
final class SilenceListCommand extends SourceCommand {

    @Override
    int run(Composition parts) throws Stop, InterruptedException {
        Clusters clusters = Clusters.read(parts);
        List<SilenceDocument> documents = new ArrayList<>();
        Table table = new Table("STATE", "KIND", "ID", "CLUSTER", "ENDS", "BY", "HITS", "MATCHERS", "COMMENT");
        List<ClusterSilence> silences = clusters.board().silences().stream()
                .sorted(Comparator.comparing(
                                (ClusterSilence one) -> !one.silence().active())
                        .thenComparing(one -> one.silence().endsAt())
                        .thenComparing(one -> one.silence().id()))
                .toList();
        for (ClusterSilence merged : silences) {
            SilenceDocument document =
                    SilenceDocument.of(merged, hits(merged, clusters.board().alerts()));
            documents.add(document);
            Silence silence = merged.silence();
            table.row(
                    document.state(),
                    document.kind(),
                    document.id(),
                    document.cluster(),
                    Clocks.shown(silence.endsAt()),
                    document.createdBy(),
                    String.valueOf(document.matches()),
                    Matcher.toText(silence.matchers()),
                    document.comment());
        }
        boolean none = documents.isEmpty() && clusters.failures().isEmpty();
        answer(new SilencesDocument(documents), none ? "no silence" : table.text());
        clusters.tell(console());
        return clusters.exit();
    }

    /** A pattern that the server takes and we do not hits nothing that we could name. */
    private static int hits(ClusterSilence merged, List<Alert> alerts) {
        try {
            Matching matching = Matching.of(merged.silence().matchers());
            return (int) alerts.stream()
                    .filter(alert -> alert.key().cluster().equals(merged.cluster()) && matching.matches(alert.labels()))
                    .count();
        } catch (MatcherSyntaxException e) {
            return 0;
        }
    }
}
