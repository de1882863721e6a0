package io.novacron.oncall.demo.rule;

/** A template that cannot be expanded; the message is one sentence that quotes it. */
final class TemplateSyntaxException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TemplateSyntaxException(String message) {
        super(message);
    }
}
