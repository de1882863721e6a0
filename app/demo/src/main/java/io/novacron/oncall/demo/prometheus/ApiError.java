package io.novacron.oncall.demo.prometheus;

import io.novacron.oncall.demo.http.Reply;
import io.novacron.oncall.demo.promql.PromQlException;
import java.util.LinkedHashMap;
import java.util.Map;

/** An answer in place of data, with Prometheus' own words. */
final class ApiError extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Prometheus often knows the line and column; here the message itself says where. */
    static final String PARSE = "unknown position: parse error: ";

    private final int status;
    private final String type;

    private ApiError(int status, String type, String message) {
        super(message);
        this.status = status;
        this.type = type;
    }

    static ApiError badData(String message) {
        return new ApiError(400, "bad_data", message);
    }

    static ApiError badParameter(String name, String message) {
        return badData("invalid parameter \"" + name + "\": " + message);
    }

    static ApiError execution(String message) {
        return new ApiError(422, "execution", message);
    }

    static ApiError timeout() {
        return new ApiError(503, "timeout", "query timed out in expression evaluation");
    }

    /** What a query that cannot be parsed or computed is answered with. */
    static ApiError of(PromQlException e) {
        String message = String.valueOf(e.getMessage());
        return e.kind() == PromQlException.Kind.BAD_DATA ? badParameter("query", PARSE + message) : execution(message);
    }

    Reply reply() {
        Map<String, String> body = new LinkedHashMap<>();
        body.put("status", "error");
        body.put("errorType", type);
        body.put("error", String.valueOf(getMessage()));
        return Reply.json(status, body);
    }
}
