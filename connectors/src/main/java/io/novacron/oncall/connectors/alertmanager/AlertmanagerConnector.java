package io.novacron.oncall.connectors.alertmanager;

import io.novacron.oncall.connectors.http.SourceClient;
import io.novacron.oncall.core.alert.ClusterAnswer;
import io.novacron.oncall.core.alert.MemberAnswer;
import io.novacron.oncall.core.secret.SecretReader;
import io.novacron.oncall.core.settings.SourceSettings;
import io.novacron.oncall.core.silence.Silence;
import io.novacron.oncall.core.silence.SilenceSpec;
import io.novacron.oncall.core.source.AlertSource;
import io.novacron.oncall.core.source.Contact;
import io.novacron.oncall.core.source.Fetched;
import io.novacron.oncall.core.source.SilenceSink;
import io.novacron.oncall.core.source.SourceError;
import io.novacron.oncall.core.source.SourceKind;
import io.novacron.oncall.core.time.Clock;
import java.time.Duration;
import java.util.List;

/** One Alertmanager cluster, from 0.25 on: read from all its members at once, written to one at a time. Any thread. */
public final class AlertmanagerConnector implements AlertSource, SilenceSink, AutoCloseable {

    static final String FLAVOUR = "alertmanager";

    /**
     * A member that stalls must not make the others LATE (2 intervals + 10 s): who has not answered in full after two whole
     * exchanges (reliability guide §2) counts as silent in this poll.
     */
    private static final Duration POLL = Duration.ofSeconds(20);

    private final SourceSettings settings;
    private final SourceClient client;
    private final Clock clock;
    private final AlertmanagerApi api;
    private final SilenceReader silences;
    private final MemberReader reader;
    private final MembersAtOnce members;

    private AlertmanagerConnector(SourceSettings settings, SourceClient client, Clock clock) {
        this.settings = settings;
        this.client = client;
        this.clock = clock;
        api = new AlertmanagerApi(client);
        silences = new SilenceReader(api, clock);
        reader = new MemberReader(api, silences);
        members = new MembersAtOnce(POLL);
    }

    /** Opens no connection yet. */
    public static AlertmanagerConnector open(SourceSettings settings, SecretReader secrets, Clock clock) {
        return new AlertmanagerConnector(settings, SourceClient.open(settings, secrets, clock), clock);
    }

    @Override
    public String name() {
        return settings.name();
    }

    @Override
    public SourceKind kind() {
        return SourceKind.ALERTMANAGER;
    }

    @Override
    public String cluster() {
        return settings.cluster();
    }

    @Override
    public List<String> members() {
        return client.members();
    }

    /** Never throws; a failure only if no member answered. */
    @Override
    public Fetched<ClusterAnswer> poll() {
        long begun = clock.nanos();
        try {
            return ClusterPoll.merged(settings.cluster(), members.ask(client.members(), reader::read));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            Duration after = Duration.ofNanos(clock.nanos() - begun);
            return Fetched.failure(new SourceError.Cancelled("poll of " + settings.name(), after));
        }
    }

    @Override
    public Fetched<MemberAnswer> member(String member) {
        return reader.read(member).map(MemberReading::answer);
    }

    /** Names of the receivers in the member's configuration. */
    public Fetched<List<String>> receivers(String member) {
        return api.receivers(member).map(WireText::names);
    }

    @Override
    public Fetched<Probe> probe(String member) {
        return switch (api.status(member)) {
            case Fetched.Answer<Wire.Status>(Wire.Status status, Contact contact) -> {
                String version = MemberReader.version(status);
                Probe probe = new Probe(
                        version,
                        Version.of(version).keepsAnnotations(),
                        !"settling".equals(MemberReader.clusterStatus(status)),
                        contact.skew() == null ? clock.now() : clock.now().plus(contact.skew()),
                        MemberReader.startedAt(status));
                yield new Fetched.Answer<>(probe, contact.with(version, FLAVOUR, contact.conditions()));
            }
            case Fetched.Failure<Wire.Status>(SourceError error) -> Fetched.failure(error);
        };
    }

    @Override
    public Fetched<String> post(String member, SilenceSpec spec) {
        return api.post(member, spec);
    }

    /** An id that the member does not know is {@link SourceError.Rejected}, whatever status its version answers. */
    @Override
    public Fetched<Boolean> expire(String member, String id) {
        return api.expire(member, id);
    }

    @Override
    public Fetched<Silence> silence(String member, String id) {
        return silences.one(member, id);
    }

    @Override
    public Fetched<List<Silence>> silences(String member) {
        return silences.list(member);
    }

    @Override
    public Fetched<Boolean> resolve(String member, ResolvedAlert alert) {
        return api.resolve(member, alert);
    }

    @Override
    public void close() {
        client.close();
    }
}
