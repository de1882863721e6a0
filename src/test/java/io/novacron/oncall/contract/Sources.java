package io.novacron.oncall.contract;

import io.novacron.oncall.connectors.http.SourceClient;
import io.novacron.oncall.core.secret.SecretMissingException;
import io.novacron.oncall.core.settings.Credential;
import io.novacron.oncall.core.settings.SourceSettings;
import io.novacron.oncall.core.source.Contact;
import io.novacron.oncall.core.source.Fetched;
import io.novacron.oncall.core.source.SourceError;
import io.novacron.oncall.core.source.SourceKind;
import io.novacron.oncall.core.time.Clock;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** Clients for single servers, and what a read brought, or the failure of the test. */
public final class Sources {

    private Sources() {}

    /** A client of one server that needs no secrets. */
    public static SourceClient client(URI url, SourceKind kind) {
        SourceSettings settings = new SourceSettings(
                "under-test",
                kind,
                "",
                "under-test",
                List.of(url),
                SourceSettings.EVERY,
                Map.of(),
                new Credential.None(),
                null,
                List.of(),
                false);
        return SourceClient.open(
                settings,
                ref -> {
                    throw new SecretMissingException("no secrets here");
                },
                Clock.system());
    }

    static <T> T value(Fetched<T> fetched) {
        return switch (fetched) {
            case Fetched.Answer<T>(T value, Contact _) -> value;
            case Fetched.Failure<T>(SourceError error) -> throw new AssertionError(error.sentence());
        };
    }

    static Contact contact(Fetched<?> fetched) {
        return switch (fetched) {
            case Fetched.Answer<?>(Object _, Contact contact) -> contact;
            case Fetched.Failure<?>(SourceError error) -> throw new AssertionError(error.sentence());
        };
    }

    static SourceError error(Fetched<?> fetched) {
        return switch (fetched) {
            case Fetched.Answer<?>(Object value, Contact _) -> throw new AssertionError("answered " + value);
            case Fetched.Failure<?>(SourceError error) -> error;
        };
    }
}
