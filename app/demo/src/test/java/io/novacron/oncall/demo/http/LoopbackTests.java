package io.novacron.oncall.demo.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.novacron.oncall.core.time.Clock;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LoopbackTests {

    private final HttpClient client = HttpClient.newHttpClient();
    private final Loopback loopback = new Loopback(0, LoopbackTests::echo, Clock.system());

    @AfterEach
    void close() {
        client.close();
        loopback.close();
    }

    @Test
    void aBodyArrivesWholeWithALengthAndInChunks() throws Exception {
        String text = "é".repeat(200_000);
        HttpRequest.Builder request = HttpRequest.newBuilder(at("/x"));
        assertThat(send(request.POST(BodyPublishers.ofString(text))).body()).isEqualTo("POST /x " + text);
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        assertThat(send(request.POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes))))
                        .body())
                .isEqualTo("POST /x " + text);
        assertThat(send(request.expectContinue(true).PUT(BodyPublishers.ofString("a")))
                        .body())
                .isEqualTo("PUT /x a");
    }

    @Test
    void theDateIsTheBackendsWhereItGivesOne() throws Exception {
        assertThat(send(HttpRequest.newBuilder(at("/dated"))).headers().allValues("Date"))
                .containsExactly("Sun, 6 Nov 1994 08:49:37 GMT");
        assertThat(send(HttpRequest.newBuilder(at("/"))).headers().allValues("Date"))
                .singleElement()
                .asString()
                .endsWith("GMT");
    }

    @Test
    void aHeadHasTheHeadersAndNoBody() throws Exception {
        HttpResponse<String> reply = send(HttpRequest.newBuilder(at("/")).HEAD());
        assertThat(reply.statusCode()).isEqualTo(200);
        assertThat(reply.body()).isEmpty();
    }

    @Test
    void oneConnectionServesRequestAfterRequestUntilTheClientIsDone() throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), loopback.port())) {
            String request =
                    "GET /1 HTTP/1.1\r\nHost: x\r\n\r\nGET /2 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            InputStream in = socket.getInputStream();
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).contains("GET /1 ", "GET /2 ");
        }
    }

    @Test
    void whatIsNoHttpAndWhatIsNoPathAreRefused() throws IOException {
        for (String request : List.of(
                "nonsense\r\n\r\n",
                "GET x HTTP/1.1\r\n\r\n",
                "GET /%zz HTTP/1.1\r\n\r\n",
                "GET /?a=%f HTTP/1.1\r\n\r\n",
                "POST / HTTP/1.1\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 5\r\n\r\na=%zz",
                "POST / HTTP/1.1\r\nContent-Length: -1\r\n\r\n",
                "POST / HTTP/1.1\r\nContent-Length: many\r\n\r\n")) {
            assertThat(raw(request)).startsWith("HTTP/1.1 400 Bad Request\r\n");
        }
    }

    @Test
    void whatIsTooMuchIsRefusedBeforeItIsRead() throws IOException {
        assertThat(raw("POST / HTTP/1.1\r\nContent-Length: 4294967295\r\n\r\n")).startsWith("HTTP/1.1 413 ");
        assertThat(raw("POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nffffffff\r\n"))
                .startsWith("HTTP/1.1 413 ");
        assertThat(raw("GET / HTTP/1.1\r\n" + "X-A: b\r\n".repeat(257))).startsWith("HTTP/1.1 431 ");
    }

    @Test
    void signsThatOughtToBeEscapedStandForThemselvesAsInGo() throws IOException {
        String request = "GET /a+b/{\"é\"}?q=up{job=\"x+y\"} HTTP/1.0\r\n\r\n";
        assertThat(raw(request)).startsWith("HTTP/1.1 200 OK\r\n").contains("GET /a+b/{\"é\"} q=[up{job=\"x y\"}]");
    }

    @Test
    void downRefusesConnectionsAndUpTakesThemOnTheSamePort() throws Exception {
        assertThat(send(HttpRequest.newBuilder(at("/"))).statusCode()).isEqualTo(200);
        loopback.down();
        loopback.down();
        assertThatThrownBy(() -> send(HttpRequest.newBuilder(at("/")))).isInstanceOf(ConnectException.class);
        loopback.up();
        loopback.up();
        assertThat(send(HttpRequest.newBuilder(at("/"))).statusCode()).isEqualTo(200);
    }

    @Test
    void aFailureOfTheBackendIsA500WithItsMessage() throws Exception {
        HttpResponse<String> reply = send(HttpRequest.newBuilder(at("/fail")));
        assertThat(reply.statusCode()).isEqualTo(500);
        assertThat(reply.body()).isEqualTo("out of order");
    }

    private static Reply echo(Request request) {
        return switch (request.path()) {
            case "/fail" -> throw new IllegalStateException("out of order");
            case "/dated" -> new Reply(200, Map.of("Date", "Sun, 6 Nov 1994 08:49:37 GMT"), new byte[0]);
            default ->
                Reply.text(200, request.method() + " " + request.path() + " " + parameters(request) + request.body());
        };
    }

    private static String parameters(Request request) {
        return request.parameters().entrySet().stream()
                .map(one -> one.getKey() + "=" + one.getValue())
                .collect(Collectors.joining(" "));
    }

    /** All that comes back for bytes as they are, until the connection is closed. */
    private String raw(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), loopback.port())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private URI at(String path) {
        return URI.create(loopback.uri() + path);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
