package io.novacron.oncall.demo.promql;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Operators that make one vector of the groups of another. */
public enum AggregateOperator {
    SUM(null),
    AVG(null),
    MIN(null),
    MAX(null),
    COUNT(null),
    GROUP(null),
    STDDEV(null),
    STDVAR(null),
    QUANTILE(ValueType.SCALAR),
    TOPK(ValueType.SCALAR),
    BOTTOMK(ValueType.SCALAR),
    COUNT_VALUES(ValueType.STRING),
    LIMITK(ValueType.SCALAR),
    LIMIT_RATIO(ValueType.SCALAR);

    private final @Nullable ValueType parameter;

    AggregateOperator(@Nullable ValueType parameter) {
        this.parameter = parameter;
    }

    static Optional<AggregateOperator> of(Token token) {
        return token.kind() == Token.Kind.WORD
                ? Stream.of(values()).filter(one -> token.isWord(one.word())).findFirst()
                : Optional.empty();
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Nullable
    ValueType parameter() {
        return parameter;
    }

    /** Prometheus takes it only behind a flag that is off by default. */
    boolean isExperimental() {
        return this == LIMITK || this == LIMIT_RATIO;
    }
}
