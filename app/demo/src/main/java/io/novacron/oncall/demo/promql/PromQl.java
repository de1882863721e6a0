package io.novacron.oncall.demo.promql;

/** The language's front door. */
public final class PromQl {

    private PromQl() {}

    /** The expression a text stands for. @throws PromQlException of kind {@code BAD_DATA} where Prometheus 3 takes no such text */
    public static Expr parse(String text) {
        return Parser.parse(text);
    }
}
