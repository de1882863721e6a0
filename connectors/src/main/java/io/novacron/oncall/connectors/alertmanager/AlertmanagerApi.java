package io.novacron.oncall.connectors.alertmanager;

import io.novacron.oncall.connectors.http.ApiRequest;
import io.novacron.oncall.connectors.http.Decoder;
import io.novacron.oncall.connectors.http.Json;
import io.novacron.oncall.connectors.http.SourceClient;
import io.novacron.oncall.connectors.http.UnexpectedShape;
import io.novacron.oncall.core.silence.SilenceSpec;
import io.novacron.oncall.core.source.Fetched;
import io.novacron.oncall.core.source.SilenceSink.ResolvedAlert;
import io.novacron.oncall.core.source.SourceError;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** The requests of API v2, each to one member. */
final class AlertmanagerApi {

    private static final String API = "the Alertmanager API v2";
    private static final String ROOT = "api/v2/";
    private static final String NO_SUCH_ID = "silence not found";
    private static final String UNKNOWN_ID = "unknown silence id ";

    private final SourceClient client;

    AlertmanagerApi(SourceClient client) {
        this.client = client;
    }

    Fetched<Wire.Status> status(String member) {
        return client.read(member, get("status"), STATUS);
    }

    /** @param decoder for instance {@link #groupsInto} */
    <T> Fetched<T> groups(String member, Decoder<T> decoder) {
        return client.read(member, get("alerts/groups"), decoder);
    }

    /** Each attempt fills a mapper of its own, group by group: all of them at once may be very large. */
    static Decoder<AlertMapper> groupsInto(Supplier<AlertMapper> mapper) {
        return (body, head) -> {
            AlertMapper into = mapper.get();
            Json.each(body, Wire.Group.class, into::addGroup);
            return into;
        };
    }

    Fetched<List<Wire.Alert>> alerts(String member) {
        return list(member, "alerts", Wire.Alert.class);
    }

    Fetched<List<Wire.Receiver>> receivers(String member) {
        return list(member, "receivers", Wire.Receiver.class);
    }

    Fetched<List<Wire.GettableSilence>> silences(String member) {
        return list(member, "silences", Wire.GettableSilence.class);
    }

    Fetched<Wire.GettableSilence> silence(String member, String id) {
        if (!idIsPlain(id)) {
            return notAnId(member, id);
        }
        ApiRequest request = get("silence/" + id).notFoundIsAnswer();
        Decoder<Wire.GettableSilence> decoder = (body, head) -> {
            Wire.GettableSilence silence = Json.decoder(
                            Wire.GettableSilence.class, Function.<Wire.GettableSilence>identity())
                    .decode(body, head);
            if (!id.equals(silence.id())) {
                throw new UnexpectedShape("an object that is not the silence " + id);
            }
            return silence;
        };
        return knowingIds(client.read(member, request, decoder), id);
    }

    /** Answers the id that the server gave. */
    Fetched<String> post(String member, SilenceSpec spec) {
        byte[] body = Json.bytes(SilenceMapper.postable(spec));
        ApiRequest request = asked(ApiRequest.postJson(ROOT + "silences", body));
        return spec.id().isEmpty()
                ? client.write(member, request, POSTED)
                : knowingIds(client.write(member, request.notFoundIsAnswer(), POSTED), spec.id());
    }

    Fetched<Boolean> expire(String member, String id) {
        if (!idIsPlain(id)) {
            return notAnId(member, id);
        }
        ApiRequest request = asked(ApiRequest.delete(ROOT + "silence/" + id)).notFoundIsAnswer();
        return knowingIds(client.write(member, request, Json.nothing()), id);
    }

    Fetched<Boolean> resolve(String member, ResolvedAlert alert) {
        Wire.PostableAlert row = new Wire.PostableAlert(
                alert.labels().byName(),
                alert.annotations(),
                alert.startsAt().toString(),
                alert.endsAt().toString());
        ApiRequest request = asked(ApiRequest.postJson(ROOT + "alerts", Json.bytes(List.of(row))));
        return client.write(member, request, Json.nothing());
    }

    private <W> Fetched<List<W>> list(String member, String path, Class<W> row) {
        return client.read(member, get(path), Json.listDecoder(row, Function.identity()));
    }

    private static ApiRequest get(String path) {
        return asked(ApiRequest.get(ROOT + path));
    }

    private static ApiRequest asked(ApiRequest request) {
        return request.expecting(API);
    }

    /** Asked before anything is written, so it is looked at: any object would do for a reader that tolerates missing fields. */
    private static final Decoder<Wire.Status> STATUS = (body, head) -> {
        Wire.Status status = Json.decoder(Wire.Status.class, Function.<Wire.Status>identity())
                .decode(body, head);
        if (status.cluster() == null && status.versionInfo() == null) {
            throw new UnexpectedShape("an object without cluster and versionInfo");
        }
        return status;
    };

    /** A 2xx without an id leaves open what happened: it must read as an unreadable answer, not as another API. */
    private static final Decoder<String> POSTED = (body, head) -> {
        String id = Json.decoder(Wire.Posted.class, (Wire.Posted posted) -> WireText.orEmpty(posted.silenceId()))
                .decode(body, head);
        if (id.isEmpty()) {
            throw new IOException("no silenceID in the answer");
        }
        return id;
    };

    /**
     * A 404 with nothing in it, or one that says so, means the id; so does a 500 up to 0.25. Nothing happened then. Any other
     * 404 comes from a wrong path prefix or a proxy, which knows nothing of silences.
     */
    private static <T> Fetched<T> knowingIds(Fetched<T> fetched, String id) {
        if (fetched instanceof Fetched.Failure<T>(SourceError error)) {
            if (error instanceof SourceError.Rejected(String host, int status, String text) && status == 404) {
                boolean known = text.isBlank() || text.contains(NO_SUCH_ID);
                return Fetched.failure(
                        known
                                ? new SourceError.Rejected(host, status, UNKNOWN_ID + id)
                                : new SourceError.NotTheApi(host, "\"" + text.strip() + "\" (404)", API));
            }
            if (error instanceof SourceError.ServerFault(String host, int status, String text)
                    && text.contains(NO_SUCH_ID)) {
                return Fetched.failure(new SourceError.Rejected(host, status, UNKNOWN_ID + id));
            }
        }
        return fetched;
    }

    /** Ids go into a path: anything but letters, digits and dashes would name something else there. */
    private static boolean idIsPlain(String id) {
        return !id.isEmpty() && id.chars().allMatch(c -> c == '-' || (c < 0x80 && Character.isLetterOrDigit(c)));
    }

    /** What the server would answer, without asking it. */
    private static <T> Fetched<T> notAnId(String member, String id) {
        return Fetched.failure(new SourceError.Rejected(member, 422, "not a silence id: " + id));
    }
}
