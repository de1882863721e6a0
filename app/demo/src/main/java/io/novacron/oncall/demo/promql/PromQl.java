package io.novacron.oncall.demo.promql;

/** The language's front door. */
public final class PromQl {

    private PromQl() {}

    /** The expression a text stands for. @throws PromQlException of kind {@code BAD_DATA} where Prometheus 3 takes no such text */
    public static Expr parse(String text) {
        try {
            return new Expr.Scalar(Double.parseDouble(text.strip()));
        } catch (NumberFormatException e) {
            throw PromQlException.syntax("\"" + text + "\" is no number, and only numbers can be read so far");
        }
    }
}
