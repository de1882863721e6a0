package io.novacron.oncall.demo.promql;

import com.google.re2j.Pattern;
import io.novacron.oncall.core.alert.Labels;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** One matcher of a selector. A missing label equals the empty string; regular expressions are anchored RE2 whose dot matches newlines (alerts guide M2). */
public record LabelMatcher(String name, Op op, String value, Predicate<String> accepts) {

    public enum Op {
        EQUAL("="),
        NOT_EQUAL("!="),
        MATCH("=~"),
        NOT_MATCH("!~");

        private final String sign;

        Op(String sign) {
            this.sign = sign;
        }

        public String sign() {
            return sign;
        }
    }

    /** A matcher ready to be asked. @throws PatternSyntaxException if {@code value} is no RE2 expression and {@code op} needs one */
    public static LabelMatcher of(String name, Op op, String value) {
        return new LabelMatcher(
                name,
                op,
                value,
                switch (op) {
                    case EQUAL -> value::equals;
                    case NOT_EQUAL -> text -> !value.equals(text);
                    case MATCH -> anchored(value)::matches;
                    case NOT_MATCH -> Predicate.not(anchored(value)::matches);
                });
    }

    public boolean matches(Labels labels) {
        return accepts.test(labels.get(name));
    }

    /** The predicate follows from the rest. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof LabelMatcher that
                && op == that.op
                && name.equals(that.name)
                && value.equals(that.value);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, op, value);
    }

    private static Pattern anchored(String value) {
        return Pattern.compile("^(?s:" + value + ")$");
    }
}
