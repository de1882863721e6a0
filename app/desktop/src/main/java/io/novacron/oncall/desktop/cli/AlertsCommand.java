package io.novacron.oncall.desktop.cli;

import io.novacron.oncall.core.alert.Ack;
import io.novacron.oncall.core.alert.Alert;
import io.novacron.oncall.core.alert.AlertBoard;
import io.novacron.oncall.core.alert.AlertState;
import io.novacron.oncall.core.alert.Verdict;
import io.novacron.oncall.core.alert.Watch;
import io.novacron.oncall.core.firing.Unpaged;
import io.novacron.oncall.core.silence.MatcherSyntaxException;
import io.novacron.oncall.core.silence.Matching;
import io.novacron.oncall.core.text.Visible;
import io.novacron.oncall.core.triage.Scene;
import io.novacron.oncall.core.triage.TriageQuery;
import io.novacron.oncall.core.triage.TriageSyntaxException;
import io.novacron.oncall.desktop.Composition;
import io.novacron.oncall.desktop.cli.json.AlertDocument;
import io.novacron.oncall.desktop.cli.json.AlertsDocument;
import io.novacron.oncall.desktop.cli.json.UnpagedDocument;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "alerts",
        description = "The merged alerts of all Alertmanager clusters. Exit 1 where one of them fires.")
final class AlertsCommand extends SourceCommand {

    @Option(
            names = "--filter",
            paramLabel = "MATCHERS",
            description =
                    "Only alerts that satisfy them, for instance 'severity=\"critical\"' or '@age>10m'; repeated: all"
                            + " of them.")
    List<String> filters = new ArrayList<>();

    @Option(
            names = "--state",
            split = ",",
            paramLabel = "STATE",
            description = "Only alerts in one of these states: firing, acknowledged, silenced, inhibited, muted.")
    List<AlertState> states = new ArrayList<>();

    @Override
    int run(Composition parts) throws Stop, InterruptedException {
        Matching matching = matching();
        List<TriageQuery> fields = fields();
        Statuses statuses = Statuses.ask(parts);
        AlertBoard board = parts.monitor().alerts();
        Scene scene =
                new Scene(parts.clock().now(), parts.settings().desk().alerts().categories(), board);
        List<Alert> listed = board.alerts().stream()
                .filter(alert -> states.isEmpty() || states.contains(alert.state()))
                .filter(alert -> matching.matches(alert.labels()))
                .filter(alert -> fields.stream().allMatch(field -> field.matches(alert, scene)))
                .toList();
        List<Unpaged> unpaged = parts.firing()
                .unpaged(parts.monitor().metrics(), board, parts.monitor().statuses());
        Verdict verdict = parts.monitor().verdict().doubted(Unpaged.doubts(unpaged));
        AlertsDocument document = new AlertsDocument(
                parts.monitor().alertsObservedAt(),
                verdict.allClear(),
                verdict.word().name(),
                verdict.doubts(),
                statuses.documents(parts),
                listed.stream().map(AlertDocument::of).toList(),
                unpaged.stream().map(UnpagedDocument::of).toList());
        String none = statuses.anyFailed() ? "no alert is known; not every source answers" : "no alert to list";
        answer(document, readable(verdict, listed, none) + lost(unpaged));
        statuses.tell(console());
        Watch watch = parts.monitor().watch(parts.monitor().alertsNow());
        boolean fires = listed.stream()
                .anyMatch(alert ->
                        alert.state() == AlertState.FIRING && !watch.watchdogs().contains(alert.key()));
        return statuses.anyFailed() ? Exit.SOURCE : fires ? Exit.NO : Exit.DONE;
    }

    /** What begins with the sign @ is a field of the console; everything else is Alertmanager's own, to the letter. */
    private Matching matching() throws Stop {
        try {
            return Matching.of(Texts.matchers(
                    "--filter",
                    filters.stream().filter(text -> !text.startsWith("@")).toList()));
        } catch (MatcherSyntaxException e) {
            throw Stop.usage("--filter: " + e.text());
        }
    }

    private List<TriageQuery> fields() throws Stop {
        List<TriageQuery> fields = new ArrayList<>();
        for (String text : filters) {
            try {
                if (text.startsWith("@")) {
                    fields.add(TriageQuery.parse(text));
                }
            } catch (TriageSyntaxException e) {
                throw Stop.usage("--filter \"" + Visible.line(text, 80) + "\", column " + e.column() + ": " + e.text());
            }
        }
        return fields;
    }

    private static String lost(List<Unpaged> unpaged) {
        if (unpaged.isEmpty()) {
            return "";
        }
        Table table = new Table("SINCE", "PROMETHEUS", "NAME", "WHY");
        for (Unpaged one : unpaged) {
            table.row(Clocks.shown(one.activeAt()), one.source(), one.labels().get("alertname"), one.reason());
        }
        boolean certain = unpaged.stream().allMatch(Unpaged::certain);
        return "\n\nnot in Alertmanager: " + (certain ? "nobody is paged" : "nobody may be paged") + "\n"
                + table.text();
    }

    private static String readable(Verdict verdict, List<Alert> listed, String none) {
        StringBuilder text = new StringBuilder(verdict.word().name().replace('_', ' '));
        verdict.doubts().forEach(doubt -> text.append("\n  ").append(Visible.line(doubt)));
        if (listed.isEmpty()) {
            return text.append('\n').append(none).toString();
        }
        Table table = new Table("SEV", "STATE", "FINGERPRINT", "CLUSTER", "SINCE", "NAME", "OWNER", "SUMMARY");
        for (Alert alert : listed) {
            Ack ack = alert.ack();
            table.row(
                    alert.severity().mark(),
                    alert.state().word(),
                    alert.key().fingerprint(),
                    alert.key().cluster(),
                    Clocks.shown(alert.startsAt()),
                    alert.name(),
                    ack == null ? "" : ack.owner(),
                    alert.summary());
        }
        return text.append('\n').append(table.text()).toString();
    }
}
