package io.novacron.oncall.demo.promql;

import com.google.re2j.PatternSyntaxException;
import java.util.ArrayList;
import java.util.List;

/** Reads selectors and what may follow them: a range, a subquery, {@code offset} and {@code @}. */
final class SelectorParser {

    private static final String NAME = "__name__";
    /** Largest distance of times in milliseconds that Prometheus can compute with. */
    private static final double FARTHEST = Long.MAX_VALUE / 1_000_000.0;

    private final Tokens tokens;

    SelectorParser(Tokens tokens) {
        this.tokens = tokens;
    }

    /** A metric's name, matchers in braces, or both. */
    Expr.Selector selector() {
        List<LabelMatcher> matchers = new ArrayList<>();
        boolean named = tokens.peek().kind() == Token.Kind.WORD;
        if (named) {
            matchers.add(
                    LabelMatcher.of(NAME, LabelMatcher.Op.EQUAL, tokens.next().text()));
        }
        if (!named || tokens.peek().is("{")) {
            tokens.expect("{");
            while (!tokens.skip("}")) {
                LabelMatcher matcher = matcher();
                if (named && matcher.name().equals(NAME)) {
                    throw PromQlException.syntax("metric name must not be set twice: \""
                            + matchers.getFirst().value() + "\" or \"" + matcher.value() + "\"");
                }
                matchers.add(matcher);
                if (!tokens.peek().is("}")) {
                    tokens.expect(",");
                }
            }
        }
        if (!named && matchers.stream().allMatch(matcher -> matcher.accepts().test(""))) {
            throw PromQlException.syntax("vector selector must contain at least one non-empty matcher");
        }
        return new Expr.Selector(matchers, Expr.Shift.NONE);
    }

    /** The operand with the range, subquery, offset or fixed time that follows it. */
    Expr modified(Expr operand) {
        if (tokens.skip("[")) {
            return bracketed(operand);
        }
        if (tokens.skipWord("offset")) {
            Expr.Shift shift = shiftOf(operand, "offset modifier");
            if (shift.offsetMillis() != 0) {
                throw PromQlException.syntax("offset may not be set multiple times");
            }
            return shifted(operand, new Expr.Shift(millis(tokens.signedNumber()), shift.at()));
        }
        tokens.expect("@");
        Expr.Shift shift = shiftOf(operand, "@ modifier");
        if (shift.at() != null) {
            throw PromQlException.syntax("@ <timestamp> may not be set multiple times");
        }
        return shifted(operand, new Expr.Shift(shift.offsetMillis(), time()));
    }

    private LabelMatcher matcher() {
        Token first = tokens.peek();
        Token second = tokens.peek(1);
        if (first.kind() == Token.Kind.STRING && (second.is(",") || second.is("}"))) {
            return LabelMatcher.of(NAME, LabelMatcher.Op.EQUAL, tokens.next().text());
        }
        String name = tokens.label();
        LabelMatcher.Op op = op();
        Token value = tokens.peek();
        if (value.kind() != Token.Kind.STRING) {
            throw tokens.unexpected("where a quoted value of label \"" + name + "\" is expected");
        }
        try {
            return LabelMatcher.of(name, op, tokens.next().text());
        } catch (PatternSyntaxException e) {
            throw PromQlException.syntax(
                    "the matcher of label \"" + name + "\" has no valid regular expression: " + e.getMessage());
        }
    }

    private LabelMatcher.Op op() {
        for (LabelMatcher.Op op : LabelMatcher.Op.values()) {
            if (tokens.skip(op.sign())) {
                return op;
            }
        }
        throw tokens.unexpected("where one of = != =~ !~ is expected");
    }

    private Expr bracketed(Expr operand) {
        long range = positive(tokens.number());
        if (tokens.skip(":")) {
            long step = tokens.peek().is("]") ? 0 : positive(tokens.number());
            tokens.expect("]");
            Types.subquery(operand);
            return new Expr.Subquery(operand, range, step, Expr.Shift.NONE);
        }
        tokens.expect("]");
        if (!(operand instanceof Expr.Selector selector)) {
            throw PromQlException.syntax("ranges only allowed for vector selectors");
        }
        if (!selector.shift().equals(Expr.Shift.NONE)) {
            throw PromQlException.syntax("no offset or @ modifiers allowed before range");
        }
        return new Expr.Range(selector, range);
    }

    private Expr.At time() {
        for (Expr.At.Edge edge : Expr.At.Edge.values()) {
            if (tokens.peek(1).is("(") && tokens.skipWord(edge.name())) {
                tokens.expect("(");
                tokens.expect(")");
                return edge;
            }
        }
        return new Expr.At.Time(millis(tokens.signedNumber()));
    }

    private static Expr.Shift shiftOf(Expr operand, String modifier) {
        return switch (operand) {
            case Expr.Selector selector -> selector.shift();
            case Expr.Range range -> range.selector().shift();
            case Expr.Subquery subquery -> subquery.shift();
            default ->
                throw PromQlException.syntax(modifier
                        + " must be preceded by an instant vector selector or range vector selector or a subquery");
        };
    }

    private static Expr shifted(Expr operand, Expr.Shift shift) {
        return switch (operand) {
            case Expr.Selector selector -> new Expr.Selector(selector.matchers(), shift);
            case Expr.Range range ->
                new Expr.Range(new Expr.Selector(range.selector().matchers(), shift), range.millis());
            case Expr.Subquery subquery ->
                new Expr.Subquery(subquery.inner(), subquery.millis(), subquery.stepMillis(), shift);
            default -> throw new IllegalArgumentException("nothing to shift in " + operand);
        };
    }

    private static long positive(double seconds) {
        long millis = millis(seconds);
        if (millis <= 0) {
            throw PromQlException.syntax("duration must be greater than 0");
        }
        return millis;
    }

    private static long millis(double seconds) {
        double millis = seconds * 1000;
        if (Double.isNaN(millis) || Math.abs(millis) > FARTHEST) {
            throw PromQlException.syntax("time or duration of " + seconds + " s is out of range");
        }
        return Math.round(millis);
    }
}
