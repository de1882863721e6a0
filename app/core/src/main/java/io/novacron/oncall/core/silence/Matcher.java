package io.novacron.oncall.core.silence;

/**
 * One matcher of a silence or a filter: {@code name op value}. Order within a silence matters to the server (alerts guide
 * S1), so lists of matchers are kept as they came.
 */
public record Matcher(String name, Op op, String value) {

    /** The four operators, with the sign Alertmanager writes. */
    public enum Op {
        EQUAL("="),
        NOT_EQUAL("!="),
        REGEX("=~"),
        NOT_REGEX("!~");

        private final String sign;

        Op(String sign) {
            this.sign = sign;
        }

        public String sign() {
            return sign;
        }

        public boolean negative() {
            return this == NOT_EQUAL || this == NOT_REGEX;
        }

        public boolean regex() {
            return this == REGEX || this == NOT_REGEX;
        }

        /** From the wire's two flags; a missing {@code isEqual} of old servers means true (alerts guide S10). */
        public static Op of(boolean isEqual, boolean isRegex) {
            if (isRegex) {
                return isEqual ? REGEX : NOT_REGEX;
            }
            return isEqual ? EQUAL : NOT_EQUAL;
        }
    }

    public static Matcher equal(String name, String value) {
        return new Matcher(name, Op.EQUAL, value);
    }
}
