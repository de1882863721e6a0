package io.novacron.oncall.demo.alertmanager;

import io.novacron.oncall.demo.http.Reply;

/** A body that is not what the API takes; the answer says so in one of two shapes (alerts guide §5). */
final class BodyRefused extends Exception {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final int code;

    private BodyRefused(int status, int code, String message) {
        super(message);
        this.status = status;
        this.code = code;
    }

    /** @param what {@code alerts} or {@code silence} */
    static BodyRefused unreadable(String what, String why) {
        return new BodyRefused(400, 400, "parsing " + what + " body from \"\" failed, because " + why);
    }

    static BodyRefused missing(String field) {
        return new BodyRefused(422, 602, field + " in body is required");
    }

    static BodyRefused empty(String field) {
        return new BodyRefused(422, 612, field + " in body should have at least 1 items");
    }

    static BodyRefused notOfType(String field, String type, String value) {
        return new BodyRefused(422, 601, field + " in body must be of type " + type + ": \"" + value + "\"");
    }

    Reply reply() {
        return Wire.invalid(status, code, String.valueOf(getMessage()));
    }
}
