package io.novacron.oncall.demo.rule;

/** A rule file that cannot be used; the message is one sentence that names the file and, where there is one, the rule. */
public final class RuleSyntaxException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RuleSyntaxException(String message) {
        super(message);
    }
}
