package io.novacron.oncall.desktop.cli;

import io.novacron.oncall.core.alert.Labels;
import io.novacron.oncall.core.silence.Dialect;
import io.novacron.oncall.core.silence.Matcher;
import io.novacron.oncall.core.silence.MatcherParser;
import io.novacron.oncall.core.silence.MatcherSyntaxException;
import io.novacron.oncall.core.silence.Matching;
import io.novacron.oncall.desktop.cli.json.ErrorDocument;
import io.novacron.oncall.desktop.cli.json.Json;
import io.novacron.oncall.desktop.cli.json.MatchDocument;
import io.novacron.oncall.desktop.cli.json.MatcherDocument;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "match",
        description = "Do these labels satisfy these matchers, as Alertmanager decides it? Exit 1 for no.")
final class MatchCommand extends CliCommand {

    @Option(names = "--matcher", paramLabel = "MATCHER", description = "One matcher; repeated: all must hold.")
    List<String> matchers = new ArrayList<>();

    @Option(
            names = "--labels",
            paramLabel = "NAME=VALUE,...",
            description = "The labels; a name or value with a comma stands in double quotes.")
    @Nullable
    String labels;

    @Option(
            names = "--dialect",
            paramLabel = "DIALECT",
            description = "The parser of Alertmanager: classic, utf8 or fallback; default: fallback.")
    Dialect dialect = Dialect.FALLBACK;

    @Option(
            names = "--batch",
            paramLabel = "FILE",
            description =
                    "Decide every line of FILE (- for standard input), {\"matchers\":[],\"labels\":{},\"dialect\":\"\"},"
                            + " and print one document a line.")
    @Nullable
    String batch;

    @Override
    public Integer call() throws Stop {
        String file = batch;
        if (file != null) {
            if (!matchers.isEmpty() || labels != null) {
                throw Stop.usage("--batch takes matchers and labels from its lines; leave out --matcher and --labels");
            }
            new Batch(console()).run(file, new MatchBatch(dialect));
            return Exit.DONE;
        }
        if (matchers.isEmpty()) {
            throw Stop.usage("name at least one matcher with --matcher, or a file with --batch");
        }
        Labels found = LabelText.read(labels == null ? "" : labels);
        String reading = "";
        try {
            for (String matcher : matchers) {
                reading = matcher;
                decide(List.of(matcher), found, dialect);
            }
            MatchDocument document = decide(matchers, found, dialect);
            answer(document, document.matches() ? "matches" : "does not match");
            return document.matches() ? Exit.DONE : Exit.NO;
        } catch (MatcherSyntaxException e) {
            if (json) {
                console().answer(Json.text(ErrorDocument.at(e.text(), e.column())));
            }
            throw Stop.usage(Texts.wrong("--matcher", reading, e));
        }
    }

    static MatchDocument decide(List<String> texts, Labels labels, Dialect dialect) throws MatcherSyntaxException {
        List<Matcher> read = new ArrayList<>();
        for (String text : texts) {
            read.add(MatcherParser.one(text, dialect));
        }
        return new MatchDocument(Matching.of(read).matches(labels), MatcherDocument.of(read));
    }
}
