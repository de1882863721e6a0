package io.novacron.oncall.connectors.pagerduty;

import io.novacron.oncall.connectors.http.ApiRequest;
import io.novacron.oncall.connectors.http.Json;
import io.novacron.oncall.connectors.http.SourceClient;
import io.novacron.oncall.core.secret.SecretMissingException;
import io.novacron.oncall.core.secret.SecretReader;
import io.novacron.oncall.core.secret.SecretRef;
import io.novacron.oncall.core.settings.Credential;
import io.novacron.oncall.core.settings.SourceSettings;
import io.novacron.oncall.core.source.Fetched;
import io.novacron.oncall.core.source.PageSink;
import io.novacron.oncall.core.source.SourceError;
import io.novacron.oncall.core.source.SourceKind;
import io.novacron.oncall.core.time.Clock;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Sends events to PagerDuty's Events API v2. The routing key is read for each of them and stands in its body only. */
public final class PagerDutyConnector implements PageSink, AutoCloseable {

    /** Where PagerDuty takes events. */
    public static final URI EVENTS = URI.create("https://events.pagerduty.com");

    private final SecretRef routingKey;
    private final SecretReader secrets;
    private final SourceClient client;

    private PagerDutyConnector(SecretRef routingKey, SecretReader secrets, SourceClient client) {
        this.routingKey = routingKey;
        this.secrets = secrets;
        this.client = client;
    }

    /** Opens no connection yet. */
    public static PagerDutyConnector open(URI events, SecretRef routingKey, SecretReader secrets, Clock clock) {
        SourceSettings settings = new SourceSettings(
                "pagerduty",
                SourceKind.ALERTMANAGER,
                "",
                "pagerduty",
                List.of(events),
                SourceSettings.EVERY,
                Map.of(),
                new Credential.None(),
                null,
                List.of(),
                false);
        return new PagerDutyConnector(routingKey, secrets, SourceClient.open(settings, secrets, clock));
    }

    @Override
    public Fetched<Boolean> acknowledge(String dedupKey) {
        String key;
        try {
            key = secrets.read(routingKey).reveal();
        } catch (SecretMissingException e) {
            return Fetched.failure(new SourceError.NoCredential(String.valueOf(e.getMessage())));
        }
        Map<String, String> event =
                new TreeMap<>(Map.of("routing_key", key, "event_action", "acknowledge", "dedup_key", dedupKey));
        ApiRequest request =
                ApiRequest.postJson("v2/enqueue", Json.bytes(event)).expecting("PagerDuty's Events API");
        return client.write(client.members().getFirst(), request, Json.nothing());
    }

    @Override
    public void close() {
        client.close();
    }
}
