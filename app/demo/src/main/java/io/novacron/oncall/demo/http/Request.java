package io.novacron.oncall.demo.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request as the estate's backends read it.
 *
 * @param path decoded, without the query
 * @param rawPath as it came, for a backend whose path segments may hold an encoded slash
 * @param parameters of the query, and of the body where that is a form
 * @param contentType empty where none was sent
 * @param headers the first value of each, by its name in lower case
 */
public record Request(
        String method,
        String path,
        String rawPath,
        Map<String, List<String>> parameters,
        String contentType,
        String body,
        Map<String, String> headers) {

    private static final String FORM = "application/x-www-form-urlencoded";

    /** A request without headers that anybody reads. */
    public Request(
            String method,
            String path,
            String rawPath,
            Map<String, List<String>> parameters,
            String contentType,
            String body) {
        this(method, path, rawPath, parameters, contentType, body, Map.of());
    }

    /**
     * Reads a target as Go's servers do: signs that ought to be escaped, such as braces and quotes, may stand for themselves.
     *
     * @throws Refused with status 400 for what is no path, and where a percent sign is not followed by two hexadecimal digits
     */
    static Request of(String method, String target, Map<String, String> headers, String body) throws Refused {
        if (!target.startsWith("/")) {
            throw new Refused(400, "\"" + target + "\" is no path; a path begins with a slash");
        }
        int question = target.indexOf('?');
        String rawPath = question < 0 ? target : target.substring(0, question);
        String contentType = headers.getOrDefault("content-type", "");
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        read(question < 0 ? "" : target.substring(question + 1), parameters);
        if (contentType.startsWith(FORM)) {
            read(body, parameters);
        }
        // a plus is a blank in a query only
        String path = decoded(rawPath.replace("+", "%2B"));
        return new Request(method, path, rawPath, parameters, contentType, body, headers);
    }

    /** The first value, null where the parameter is missing. */
    public @Nullable String parameter(String name) {
        List<String> values = parameters.get(name);
        return values == null ? null : values.getFirst();
    }

    public List<String> all(String name) {
        return parameters.getOrDefault(name, List.of());
    }

    private static void read(String encoded, Map<String, List<String>> into) throws Refused {
        if (encoded.isEmpty()) {
            return;
        }
        for (String pair : encoded.split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
            String value = decoded(equals < 0 ? "" : pair.substring(equals + 1));
            into.computeIfAbsent(name, _ -> new ArrayList<>()).add(value);
        }
    }

    private static String decoded(String text) throws Refused {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new Refused(400, "invalid URL escape in \"" + text + "\"");
        }
    }
}
