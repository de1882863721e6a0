package io.novacron.oncall.desktop.cli;

import io.novacron.oncall.core.alert.Alert;
import io.novacron.oncall.core.silence.Matcher;
import io.novacron.oncall.core.silence.SilencePreview;
import io.novacron.oncall.core.silence.SilenceWarning;
import io.novacron.oncall.core.silence.SilenceWarning.Code;
import io.novacron.oncall.desktop.Composition;
import io.novacron.oncall.desktop.cli.json.PreviewDocument;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "preview", description = "What a silence would hit now; nothing is written.")
final class SilencePreviewCommand extends SourceCommand {

    @Option(
            names = "--matcher",
            required = true,
            paramLabel = "MATCHER",
            description = "For instance 'service=\"billing\"'; repeated: all must hold.")
    List<String> matchers = new ArrayList<>();

    @Option(names = "--cluster", paramLabel = "NAME", description = "Only this cluster's alerts; default: all.")
    @Nullable
    String cluster;

    @Override
    int run(Composition parts) throws Stop, InterruptedException {
        List<Matcher> rule = Texts.matchers("--matcher", matchers);
        Clusters clusters = Clusters.read(parts);
        String only = cluster == null ? null : clusters.named(cluster);
        SilencePreview preview = known(Rules.preview(rule, clusters, only), clusters);
        answer(PreviewDocument.of(preview), readable(preview, clusters));
        clusters.tell(console());
        return clusters.exit();
    }

    /** What it hits in a cluster that does not answer is not nothing, but unknown. */
    private static SilencePreview known(SilencePreview preview, Clusters clusters) {
        List<SilenceWarning> warnings = preview.warnings().stream()
                .filter(warning -> clusters.failures().isEmpty() || warning.code() != Code.MATCHES_NOTHING)
                .toList();
        return new SilencePreview(preview.matches(), preview.of(), preview.bySeverity(), warnings);
    }

    private static String readable(SilencePreview preview, Clusters clusters) {
        StringBuilder text = new StringBuilder("hits " + preview.count() + " of " + preview.of() + " alerts");
        if (!clusters.failures().isEmpty()) {
            text.append(" that are known; not every cluster answers");
        }
        preview.warnings().forEach(warning -> text.append("\n").append(warning.text()));
        if (preview.count() > 0) {
            Table table = new Table("SEV", "FINGERPRINT", "CLUSTER", "NAME", "SUMMARY");
            for (Alert alert : clusters.board().alerts()) {
                if (preview.matches().contains(alert.key())) {
                    table.row(
                            alert.severity().mark(),
                            alert.key().fingerprint(),
                            alert.key().cluster(),
                            alert.name(),
                            alert.summary());
                }
            }
            text.append('\n').append(table.text());
        }
        return text.toString();
    }
}
