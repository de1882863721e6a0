package io.novacron.oncall.demo.jaeger;

/** A request that Jaeger refuses with status 400; the message is its own. */
final class BadRequest extends RuntimeException {

    private static final long serialVersionUID = 1;

    BadRequest(String message) {
        super(message);
    }

    String words() {
        return String.valueOf(getMessage());
    }
}
