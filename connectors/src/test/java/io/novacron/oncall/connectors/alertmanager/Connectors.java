package io.novacron.oncall.connectors.alertmanager;

import io.novacron.oncall.core.secret.SecretMissingException;
import io.novacron.oncall.core.settings.Credential;
import io.novacron.oncall.core.settings.SourceSettings;
import io.novacron.oncall.core.source.Fetched;
import io.novacron.oncall.core.source.SourceError;
import io.novacron.oncall.core.source.SourceKind;
import io.novacron.oncall.core.time.Clock;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** Connectors to given URLs, and what a test wants out of an answer. */
final class Connectors {

    private Connectors() {}

    static AlertmanagerConnector to(URI... urls) {
        SourceSettings settings = new SourceSettings(
                "am",
                SourceKind.ALERTMANAGER,
                "",
                "eu",
                List.of(urls),
                SourceSettings.EVERY,
                Map.of(),
                new Credential.None(),
                null,
                List.of(),
                false);
        return AlertmanagerConnector.open(
                settings,
                ref -> {
                    throw new SecretMissingException(ref.toString());
                },
                Clock.system());
    }

    static <T> Fetched.Answer<T> answer(Fetched<T> fetched) {
        return switch (fetched) {
            case Fetched.Answer<T> answer -> answer;
            case Fetched.Failure<T>(SourceError error) -> throw new AssertionError(error.sentence());
        };
    }

    static SourceError error(Fetched<?> fetched) {
        return switch (fetched) {
            case Fetched.Answer<?> answer -> throw new AssertionError("answered " + answer);
            case Fetched.Failure<?>(SourceError error) -> error;
        };
    }
}
