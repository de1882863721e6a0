package io.novacron.oncall.demo.promql;

/** Why a query has no answer, as one sentence. */
public final class PromQlException extends RuntimeException {

    /** What Prometheus' protocol calls it, and the HTTP status that goes with it. */
    public enum Kind {
        /** The text is no PromQL, or its types do not fit. */
        BAD_DATA("bad_data", 400),
        /** Well formed, but it cannot be computed over these series, or not by this evaluator. */
        EXECUTION("execution", 422);

        private final String errorType;
        private final int status;

        Kind(String errorType, int status) {
            this.errorType = errorType;
            this.status = status;
        }

        public String errorType() {
            return errorType;
        }

        public int status() {
            return status;
        }
    }

    private final Kind kind;

    private PromQlException(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    static PromQlException syntax(String message) {
        return new PromQlException(Kind.BAD_DATA, message);
    }

    static PromQlException execution(String message) {
        return new PromQlException(Kind.EXECUTION, message);
    }

    public Kind kind() {
        return kind;
    }
}
