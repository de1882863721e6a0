package io.novacron.oncall.demo.promql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads expressions from tokens, tightest binding innermost; {@link Types} checks what they are made of. */
final class Parser {

    /** Deeper nesting is refused before it exhausts the stack. */
    private static final int DEEPEST = 300;
    /** Operators one after the other nest to the left. */
    private static final int MOST_IN_A_ROW = 1_000;
    /** Words that can stand only where the grammar has them, never for a metric. */
    private static final Set<String> RESERVED = Set.of("bool", "on", "ignoring", "group_left", "group_right", "atan2");

    private final Tokens tokens;
    private final SelectorParser selectors;
    private int depth;

    private Parser(Tokens tokens) {
        this.tokens = tokens;
        this.selectors = new SelectorParser(tokens);
    }

    static Expr parse(String text) {
        Tokens tokens = new Tokens(Lexer.tokens(text));
        if (tokens.peek().kind() == Token.Kind.END) {
            throw PromQlException.syntax("no expression found in input");
        }
        Expr expression = new Parser(tokens).operators(0);
        if (tokens.peek().kind() != Token.Kind.END) {
            throw tokens.unexpected("behind the expression");
        }
        return expression;
    }

    /** Operands joined by operators that bind at least so tightly. */
    private Expr operators(int least) {
        if (++depth > DEEPEST) {
            throw PromQlException.syntax("the expression is nested more than " + DEEPEST + " deep");
        }
        Expr left = signed();
        Optional<BinaryOperator> next = BinaryOperator.of(tokens.peek());
        int row = 0;
        while (next.isPresent() && next.get().binding() >= least) {
            if (++row > MOST_IN_A_ROW) {
                throw PromQlException.syntax("more than " + MOST_IN_A_ROW + " operators follow one another; use sum()");
            }
            BinaryOperator operator = next.get();
            tokens.next();
            boolean bool = tokens.skipWord("bool");
            Expr.VectorMatching matching = matching();
            int tighter = operator == BinaryOperator.POWER ? operator.binding() : operator.binding() + 1;
            left = Types.binary(operator, left, operators(tighter), bool, matching);
            next = BinaryOperator.of(tokens.peek());
        }
        depth--;
        return left;
    }

    private Expr.@Nullable VectorMatching matching() {
        boolean on = tokens.peek().isWord("on");
        if (!on && !tokens.peek().isWord("ignoring")) {
            return null;
        }
        tokens.next();
        List<String> labels = tokens.labels();
        Expr.VectorMatching.Many many = Expr.VectorMatching.Many.NEITHER;
        if (tokens.skipWord("group_left")) {
            many = Expr.VectorMatching.Many.LEFT;
        } else if (tokens.skipWord("group_right")) {
            many = Expr.VectorMatching.Many.RIGHT;
        }
        boolean included =
                many != Expr.VectorMatching.Many.NEITHER && tokens.peek().is("(");
        return new Expr.VectorMatching(on, Set.copyOf(labels), many, included ? tokens.labels() : List.of());
    }

    private Expr signed() {
        if (tokens.skip("+")) {
            Expr inner = operators(BinaryOperator.UNARY_BINDING);
            Types.signed(inner);
            return inner instanceof Expr.Scalar ? inner : new Expr.Parentheses(inner);
        }
        if (tokens.skip("-")) {
            Expr inner = operators(BinaryOperator.UNARY_BINDING);
            Types.signed(inner);
            return inner instanceof Expr.Scalar number ? new Expr.Scalar(-number.value()) : new Expr.Negation(inner);
        }
        Expr operand = operand();
        while (tokens.peek().is("[") || tokens.peek().is("@") || tokens.peek().isWord("offset")) {
            operand = selectors.modified(operand);
        }
        return operand;
    }

    private Expr operand() {
        Token token = tokens.peek();
        return switch (token.kind()) {
            case NUMBER, DURATION -> new Expr.Scalar(tokens.number());
            case STRING -> new Expr.Text(tokens.next().text());
            case WORD -> word(token);
            case SIGN -> {
                if (token.is("{")) {
                    yield selectors.selector();
                }
                if (!tokens.skip("(")) {
                    throw tokens.unexpected("where an operand is expected");
                }
                Expr inner = operators(0);
                tokens.expect(")");
                yield new Expr.Parentheses(inner);
            }
            case END -> throw tokens.unexpected("where an operand is expected");
        };
    }

    private Expr word(Token token) {
        if (token.isWord("inf") || token.isWord("nan")) {
            return new Expr.Scalar(tokens.number());
        }
        Optional<AggregateOperator> aggregate = AggregateOperator.of(token);
        Token following = tokens.peek(1);
        if (aggregate.isPresent() && (following.is("(") || following.isWord("by") || following.isWord("without"))) {
            tokens.next();
            return aggregation(aggregate.get());
        }
        if (RESERVED.stream().anyMatch(token::isWord)) {
            throw tokens.unexpected("where an operand is expected");
        }
        if (following.is("(")) {
            tokens.next();
            return Types.call(token.text(), arguments());
        }
        return selectors.selector();
    }

    private Expr aggregation(AggregateOperator operator) {
        Expr.Grouping grouping = grouping();
        List<Expr> arguments = arguments();
        if (grouping == null) {
            grouping = grouping();
        }
        return Types.aggregate(operator, arguments, grouping == null ? Expr.Grouping.ALL_TOGETHER : grouping);
    }

    private Expr.@Nullable Grouping grouping() {
        boolean without = tokens.peek().isWord("without");
        if (!without && !tokens.peek().isWord("by")) {
            return null;
        }
        tokens.next();
        return new Expr.Grouping(Set.copyOf(tokens.labels()), without);
    }

    private List<Expr> arguments() {
        tokens.expect("(");
        List<Expr> arguments = new ArrayList<>();
        if (tokens.skip(")")) {
            return arguments;
        }
        do {
            arguments.add(operators(0));
        } while (tokens.skip(","));
        tokens.expect(")");
        return arguments;
    }
}
