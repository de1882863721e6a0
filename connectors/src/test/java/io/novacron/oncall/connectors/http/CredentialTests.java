package io.novacron.oncall.connectors.http;

import static io.novacron.oncall.connectors.http.Backend.ASK;
import static io.novacron.oncall.connectors.http.Backend.GOOD;
import static io.novacron.oncall.connectors.http.Backend.NAME;
import static io.novacron.oncall.connectors.http.Backend.error;
import static io.novacron.oncall.connectors.http.Backend.json;
import static io.novacron.oncall.connectors.http.Backend.value;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.novacron.oncall.core.secret.Secret;
import io.novacron.oncall.core.secret.SecretMissingException;
import io.novacron.oncall.core.secret.SecretRef;
import io.novacron.oncall.core.settings.Credential;
import io.novacron.oncall.core.source.Fetched;
import io.novacron.oncall.core.source.SourceError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okhttp3.Headers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.LoggerFactory;

/** What we say about ourselves, to the backend and to nobody else. */
@Timeout(60)
class CredentialTests {

    private static final SecretRef REF = new SecretRef.Environment("PROM_TOKEN");
    private static final String CANARY = "canary-7d1f0c";

    private Backend backend;

    @BeforeEach
    void start() throws IOException {
        backend = Backend.start();
    }

    @AfterEach
    void stop() {
        backend.close();
    }

    @Test
    void basicIsUserAndPasswordInUtf8() throws InterruptedException {
        String expected = Base64.getEncoder().encodeToString("oncall:pä:ss".getBytes(StandardCharsets.UTF_8));
        assertThat(sent(new Credential.Basic("oncall", REF), "pä:ss").get("Authorization"))
                .isEqualTo("Basic " + expected);
    }

    @Test
    void bearerIsTheToken() throws InterruptedException {
        assertThat(sent(new Credential.Bearer(REF), "abc.def").get("Authorization"))
                .isEqualTo("Bearer abc.def");
    }

    @Test
    void anApiKeyIsEncodedUnlessItAlreadyIs() throws InterruptedException {
        String coded = Base64.getEncoder().encodeToString("id:key".getBytes(StandardCharsets.UTF_8));
        assertThat(sent(new Credential.ApiKey(REF), "id:key").get("Authorization"))
                .isEqualTo("ApiKey " + coded);
        assertThat(sent(new Credential.ApiKey(REF), coded).get("Authorization")).isEqualTo("ApiKey " + coded);
    }

    @Test
    void withoutACredentialNothingIsSaid() throws InterruptedException {
        assertThat(sent(new Credential.None(), "x").get("Authorization")).isNull();
    }

    @Test
    void headersOfTheSourceTravelWithEveryRequest() throws InterruptedException {
        backend.answer(GOOD);
        SourceClient client = backend.client(
                Backend.settings(new Credential.None(), Map.of("X-Scope-OrgID", "nova"), null, backend.url()),
                ref -> new Secret(""),
                Backend.QUICK,
                backend.clock);
        value(client.read(backend.member(), ASK, NAME));
        assertThat(backend.server.takeRequest().getHeaders().get("X-Scope-OrgID"))
                .isEqualTo("nova");
    }

    @Test
    void theSecretIsReadForEveryRequest() throws InterruptedException {
        AtomicReference<String> file = new AtomicReference<>("first");
        SourceClient client = backend.client(new Credential.Bearer(REF), ref -> new Secret(file.get()));
        for (String token : List.of("first", "second")) {
            file.set(token);
            backend.answer(GOOD);
            client.read(backend.member(), ASK, NAME);
            assertThat(backend.server.takeRequest().getHeaders().get("Authorization"))
                    .isEqualTo("Bearer " + token);
        }
    }

    @Test
    void aMissingSecretIsSaidAndNothingIsSent() {
        SourceClient client = backend.client(new Credential.Bearer(REF), ref -> {
            throw new SecretMissingException("the variable PROM_TOKEN is not set; set it");
        });
        assertThat(error(client.read(backend.member(), ASK, NAME), SourceError.NoCredential.class)
                        .sentence())
                .isEqualTo("credential not readable: the variable PROM_TOKEN is not set; set it");
        assertThat(backend.server.getRequestCount()).isZero();
    }

    @Test
    void aSecretOfTwoLinesIsSaidWithoutShowingIt() {
        SourceClient client = backend.client(new Credential.Bearer(REF), ref -> new Secret(CANARY + "\nX-Evil: 1"));
        assertThat(error(client.read(backend.member(), ASK, NAME), SourceError.NoCredential.class)
                        .sentence())
                .startsWith("credential not readable: bearer token from env:PROM_TOKEN holds a line break")
                .doesNotContain(CANARY);
        assertThat(backend.server.getRequestCount()).isZero();
    }

    @Test
    void aHeaderThatCannotTravelIsNamed() {
        SourceClient client = backend.client(
                Backend.settings(new Credential.None(), Map.of("X-Team", "ä"), null, backend.url()),
                ref -> new Secret(""),
                Backend.QUICK,
                backend.clock);
        assertThat(error(client.read(backend.member(), ASK, NAME), SourceError.NoCredential.class)
                        .sentence())
                .contains("header X-Team");
    }

    @Test
    void afterThreeRefusalsNothingIsSentUntilTheCredentialChanges() {
        AtomicReference<String> file = new AtomicReference<>("wrong");
        SourceClient client = backend.client(new Credential.Bearer(REF), ref -> new Secret(file.get()));
        for (int i = 0; i < 3; i++) {
            backend.answer(json("{}").code(401));
        }
        for (int i = 0; i < 6; i++) {
            error(client.read(backend.member(), ASK, NAME), SourceError.Denied.class);
        }
        assertThat(backend.server.getRequestCount()).isEqualTo(3);
        file.set("right");
        backend.answer(GOOD);
        assertThat(value(client.read(backend.member(), ASK, NAME))).isEqualTo("right");
    }

    @Test
    void refusalsThatAreNotInARowDoNotStopUs() {
        SourceClient client = backend.client(new Credential.Bearer(REF), ref -> new Secret("token"));
        for (int i = 0; i < 8; i++) {
            backend.answer(i % 3 == 2 ? json(GOOD) : json("{}").code(401));
            client.read(backend.member(), ASK, NAME);
        }
        assertThat(backend.server.getRequestCount()).isEqualTo(8);
    }

    @Test
    void theSecretIsInNoErrorAndInNoLogLine() throws IOException {
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        Level level = root.getLevel();
        log.start();
        root.addAppender(log);
        root.setLevel(Level.TRACE);
        List<String> said = new ArrayList<>();
        try {
            for (Credential credential : List.of(
                    new Credential.Basic("oncall", REF), new Credential.Bearer(REF), new Credential.ApiKey(REF))) {
                said.addAll(everyError(credential));
            }
        } finally {
            root.detachAppender(log);
            root.setLevel(level);
        }
        String coded = Base64.getEncoder().encodeToString(("oncall:" + CANARY).getBytes(StandardCharsets.UTF_8));
        assertThat(log.list).isNotEmpty();
        log.list.forEach(event -> said.add(event.getFormattedMessage() + event.getThrowableProxy()));
        assertThat(said).hasSizeGreaterThan(20).noneMatch(line -> line.contains(CANARY) || line.contains(coded));
    }

    /** Everything the backend can do, echoing our header where it can. */
    private List<String> everyError(Credential credential) throws IOException {
        List<String> said = new ArrayList<>();
        try (Backend echo = Backend.start()) {
            String text = "{\"error\":\"bad token " + CANARY + "\"}";
            for (int status : new int[] {302, 400, 403, 404, 405, 429, 501}) {
                echo.answer(json(text).code(status));
            }
            echo.answer(json("{\"name\":[\"" + CANARY + "\"]}"));
            echo.answer(json("{" + CANARY + "}"));
            echo.answer(json(text).setHeader("Content-Type", "text/html"));
            echo.answer(json(text).onResponseStart(new SocketEffect.CloseSocket()));
            SourceClient client = echo.client(credential, ref -> new Secret(CANARY));
            for (int i = 0; i < 11; i++) {
                Fetched<String> fetched = client.write(echo.member(), ASK, NAME);
                assertThat(fetched).isInstanceOf(Fetched.Failure.class);
                SourceError error = ((Fetched.Failure<String>) fetched).error();
                said.add(error.sentence());
                said.add(error.toString());
            }
            assertThat(said).anyMatch(sentence -> sentence.contains("bad token •••"));
        }
        return said;
    }

    private Headers sent(Credential credential, String secret) throws InterruptedException {
        backend.answer(GOOD);
        value(backend.client(credential, ref -> new Secret(secret)).read(backend.member(), ASK, NAME));
        RecordedRequest request = backend.server.takeRequest();
        return request.getHeaders();
    }
}
