package io.novacron.oncall.demo.http;

import java.net.URI;
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

    static Request of(String method, URI uri, Map<String, String> headers, String body) {
        String contentType = headers.getOrDefault("content-type", "");
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        read(uri.getRawQuery(), parameters);
        if (contentType.startsWith(FORM)) {
            read(body, parameters);
        }
        return new Request(method, uri.getPath(), uri.getRawPath(), parameters, contentType, body, headers);
    }

    /** The first value, null where the parameter is missing. */
    public @Nullable String parameter(String name) {
        List<String> values = parameters.get(name);
        return values == null ? null : values.getFirst();
    }

    public List<String> all(String name) {
        return parameters.getOrDefault(name, List.of());
    }

    private static void read(@Nullable String encoded, Map<String, List<String>> into) {
        if (encoded == null || encoded.isEmpty()) {
            return;
        }
        for (String pair : encoded.split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            String value = equals < 0 ? "" : pair.substring(equals + 1);
            into.computeIfAbsent(decoded(name), _ -> new ArrayList<>()).add(decoded(value));
        }
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
