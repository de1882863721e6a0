package io.novacron.oncall.connectors.http;

import java.util.ArrayList;
import java.util.List;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of a backend, wherever it stands. Immutable.
 *
 * @param path joined to the member's base URL, whose own prefix is kept; written plain, encoded on the way
 * @param parameters query parameters, or the fields of a form; repeatable, in order, encoded in full
 * @param json the body of a JSON POST, else null
 * @param expected what must answer there, in words for the user
 */
public record ApiRequest(
        Method method,
        String path,
        List<Field> parameters,
        List<Field> headers,
        @Nullable ByteString json,
        boolean patient,
        String expected,
        boolean missingIsAnswer,
        boolean everyContentType) {

    /** How it travels. */
    public enum Method {
        GET,
        DELETE,
        POST_JSON,
        POST_FORM
    }

    /** A name and its value. */
    public record Field(String name, String value) {}

    public ApiRequest {
        parameters = List.copyOf(parameters);
        headers = List.copyOf(headers);
        for (String segment : path.split("/", -1)) {
            if (segment.equals(".") || segment.equals("..")) {
                throw new IllegalArgumentException("a path with a step to elsewhere: " + path);
            }
        }
    }

    public static ApiRequest get(String path) {
        return of(Method.GET, path, null);
    }

    public static ApiRequest delete(String path) {
        return of(Method.DELETE, path, null);
    }

    /** The content type is exactly {@code application/json}. */
    public static ApiRequest postJson(String path, byte[] json) {
        return of(Method.POST_JSON, path, ByteString.of(json));
    }

    /** The parameters become the fields of the form. */
    public static ApiRequest postForm(String path) {
        return of(Method.POST_FORM, path, null);
    }

    private static ApiRequest of(Method method, String path, @Nullable ByteString json) {
        return new ApiRequest(method, path, List.of(), List.of(), json, false, "its API", false, false);
    }

    /** One more parameter; the same name may come again. */
    public ApiRequest with(String name, String value) {
        return new ApiRequest(
                method,
                path,
                and(parameters, name, value),
                headers,
                json,
                patient,
                expected,
                missingIsAnswer,
                everyContentType);
    }

    public ApiRequest header(String name, String value) {
        return new ApiRequest(
                method,
                path,
                parameters,
                and(headers, name, value),
                json,
                patient,
                expected,
                missingIsAnswer,
                everyContentType);
    }

    /** 30 s for the whole exchange instead of 10 s: range, trace and log queries. */
    public ApiRequest longRunning() {
        return new ApiRequest(
                method, path, parameters, headers, json, true, expected, missingIsAnswer, everyContentType);
    }

    /** Words for what must answer, for instance "the Alertmanager API v2". */
    public ApiRequest expecting(String what) {
        return new ApiRequest(
                method, path, parameters, headers, json, patient, what, missingIsAnswer, everyContentType);
    }

    /** A 404 says that the named thing is not there, not that the URL is wrong. */
    public ApiRequest notFoundIsAnswer() {
        return new ApiRequest(method, path, parameters, headers, json, patient, expected, true, everyContentType);
    }

    /** The decoder looks at the content type itself. */
    public ApiRequest anyContentType() {
        return new ApiRequest(method, path, parameters, headers, json, patient, expected, missingIsAnswer, true);
    }

    private static List<Field> and(List<Field> fields, String name, String value) {
        List<Field> more = new ArrayList<>(fields);
        more.add(new Field(name, value));
        return more;
    }
}
