package io.novacron.oncall.connectors.http;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import okhttp3.HttpUrl;

/** One place a source is served from: its base URL and what it is called, host:port. */
record Member(String name, HttpUrl base) {

    /** In the order of the configuration; two behind one host:port are told apart by their path prefix. */
    static List<Member> of(List<URI> urls) {
        List<Member> members = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (URI url : urls) {
            HttpUrl base = Objects.requireNonNull(HttpUrl.get(url), () -> "not an http URL: " + url.getHost())
                    .newBuilder()
                    .username("")
                    .password("")
                    .query(null)
                    .fragment(null)
                    .build();
            String name = hostPort(base);
            if (!taken.add(name)) {
                name += base.encodedPath();
            }
            members.add(new Member(name, base));
        }
        return List.copyOf(members);
    }

    /** Scheme, host, port and path, never the query: short enough for a sentence. */
    static String shown(HttpUrl url) {
        return url.newBuilder()
                .username("")
                .password("")
                .query(null)
                .fragment(null)
                .toString();
    }

    HttpUrl url(ApiRequest request) {
        HttpUrl.Builder url = base.newBuilder();
        String path = request.path();
        url.addPathSegments(path.startsWith("/") ? path.substring(1) : path);
        if (request.method() != ApiRequest.Method.POST_FORM) {
            request.parameters().forEach(p -> url.addQueryParameter(p.name(), p.value()));
        }
        return url.build();
    }

    private static String hostPort(HttpUrl url) {
        String host = url.host();
        return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + url.port();
    }
}
