package io.novacron.oncall.connectors.http;

import static io.novacron.oncall.connectors.http.Backend.GOOD;
import static io.novacron.oncall.connectors.http.Backend.NAME;
import static io.novacron.oncall.connectors.http.Backend.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import mockwebserver3.RecordedRequest;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What of a request arrives. */
@Timeout(60)
class ApiRequestTests {

    private static final String HOSTILE = "a+b&c=d#e%20f g/ä?\"{}|\\";

    @ParameterizedTest
    @CsvSource({
        "http://h:9090, http://h:9090/api/v1/rules",
        "http://h:9090/, http://h:9090/api/v1/rules",
        "http://h/prefix, http://h/prefix/api/v1/rules",
        "https://h/a%20b/c/, https://h/a%20b/c/api/v1/rules",
        "http://user:secret@h/?token=x#y, http://h/api/v1/rules",
    })
    void thePathIsJoinedToTheMembersPrefix(String base, String joined) {
        assertThat(member(base).url(ApiRequest.get("/api/v1/rules"))).hasToString(joined);
    }

    @Test
    void parametersAreEncodedInFullAndMayRepeat() {
        HttpUrl url =
                member("http://h/").url(ApiRequest.get("/x").with("q", HOSTILE).with("q", "2"));
        assertThat(url.queryParameterValues("q")).containsExactly(HOSTILE, "2");
        assertThat(url.encodedQuery()).contains("a%2Bb%26c%3Dd%23e%2520f%20g");
    }

    @Test
    void aPathIsPlainTextAndCannotLeaveItsPlace() {
        assertThat(member("http://h/").url(ApiRequest.get("/trace/a%2Fb?c#d")))
                .hasToString("http://h/trace/a%252Fb%3Fc%23d");
        for (String path : List.of("/a/../b", "/a/.", "..")) {
            assertThatIllegalArgumentException().isThrownBy(() -> ApiRequest.get(path));
        }
    }

    @Test
    void membersAreNamedByHostAndPortAndTwinsByTheirPrefixToo() {
        List<URI> urls = List.of(
                URI.create("https://gate/am1"), URI.create("https://gate/am2"), URI.create("http://[::1]:9093"));
        assertThat(Member.of(urls)).extracting(Member::name).containsExactly("gate:443", "gate:443/am2", "[::1]:9093");
    }

    @Test
    void jsonIsSentWithItsPlainContentType() throws Exception {
        RecordedRequest request = sent(ApiRequest.postJson("/silences", Json.bytes(Map.of("a", "ä"))));
        assertThat(request.getMethod()).isEqualTo("POST");
        assertThat(request.getHeaders().values("Content-Type")).containsExactly("application/json");
        assertThat(body(request)).isEqualTo("{\"a\":\"ä\"}");
    }

    @Test
    void aFormCarriesItsFieldsInTheBody() throws Exception {
        RecordedRequest request = sent(ApiRequest.postForm("/query").with("query", HOSTILE));
        assertThat(request.getTarget()).isEqualTo("/query");
        assertThat(request.getHeaders().get("Content-Type")).isEqualTo("application/x-www-form-urlencoded");
        assertThat(HttpUrl.get("http://h/?" + body(request)).queryParameter("query"))
                .isEqualTo(HOSTILE);
        assertThat(body(request)).startsWith("query=a%2Bb%26c%3Dd%23e%2520f+g");
    }

    @Test
    void aDeletionHasNoContent() throws Exception {
        RecordedRequest request = sent(ApiRequest.delete("/silence/1").header("X-Own", "1"));
        assertThat(request.getMethod()).isEqualTo("DELETE");
        assertThat(request.getHeaders().get("X-Own")).isEqualTo("1");
        assertThat(request.getBodySize()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.0.0.1", "127.8.8.8", "[::1]"})
    void whatRunsHereIsNeverProxied(String host) {
        assertThat(new LoopbackDirect().select(URI.create("http://" + host + "/")))
                .containsExactly(java.net.Proxy.NO_PROXY);
    }

    private static RecordedRequest sent(ApiRequest request) throws IOException, InterruptedException {
        try (Backend backend = Backend.start()) {
            backend.answer(GOOD);
            value(backend.client().write(backend.member(), request, NAME));
            return backend.server.takeRequest();
        }
    }

    private static String body(RecordedRequest request) {
        return Objects.requireNonNull(request.getBody()).utf8();
    }

    private static Member member(String base) {
        return Member.of(List.of(URI.create(base))).getFirst();
    }
}
