package io.novacron.oncall.demo.promql;

import static io.novacron.oncall.demo.promql.ValueType.STRING;
import static io.novacron.oncall.demo.promql.ValueType.VECTOR;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.novacron.oncall.core.alert.Labels;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Functions that change labels and leave values alone. */
final class LabelFunctions {

    static final List<Function> ALL = List.of(
            Function.vector(
                    "label_replace",
                    new Function.Whole(LabelFunctions::replace),
                    VECTOR,
                    STRING,
                    STRING,
                    STRING,
                    STRING),
            Function.vector("label_join", new Function.Whole(LabelFunctions::join), VECTOR, STRING, STRING, STRING)
                    .lastFrom(0, Integer.MAX_VALUE));

    private LabelFunctions() {}

    private static List<Track> replace(Evaluator evaluator, List<Expr> arguments) {
        String target = labelName(text(arguments.get(1)), "destination", "label_replace");
        Replacement replacement = Replacement.of(text(arguments.get(2)));
        String source = text(arguments.get(3));
        Pattern pattern = pattern(text(arguments.get(4)));
        return relabelled(evaluator, arguments, labels -> {
            Matcher matcher = pattern.matcher(labels.get(source));
            return matcher.matches() ? labels.with(target, replacement.expand(matcher, pattern)) : labels;
        });
    }

    private static Pattern pattern(String expression) {
        try {
            return Pattern.compile("^(?s:" + expression + ")$");
        } catch (PatternSyntaxException e) {
            throw PromQlException.execution("invalid regular expression in label_replace(): " + expression);
        }
    }

    private static List<Track> join(Evaluator evaluator, List<Expr> arguments) {
        String target = labelName(text(arguments.get(1)), "destination", "label_join");
        String separator = text(arguments.get(2));
        List<String> sources = arguments.stream()
                .skip(3)
                .map(argument -> labelName(text(argument), "source", "label_join"))
                .toList();
        return relabelled(
                evaluator,
                arguments,
                labels ->
                        labels.with(target, sources.stream().map(labels::get).collect(Collectors.joining(separator))));
    }

    private static List<Track> relabelled(Evaluator evaluator, List<Expr> arguments, UnaryOperator<Labels> change) {
        return Track.unique(evaluator.tracks(arguments.getFirst()).stream()
                .map(track -> new Track(change.apply(track.labels()), track.values()))
                .toList());
    }

    private static String labelName(String name, String role, String function) {
        if (name.isEmpty()) {
            throw PromQlException.execution("invalid " + role + " label name in " + function + "(): it is empty");
        }
        return name;
    }

    private static String text(Expr argument) {
        return ((Expr.Text) Aggregation.unwrapped(argument)).value();
    }
}
