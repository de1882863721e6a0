package io.novacron.oncall.demo.rule;

/** A rule whose result cannot be used; the message is what Prometheus shows as the rule's last error. */
final class RuleEvaluationException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RuleEvaluationException(String message) {
        super(message);
    }
}
