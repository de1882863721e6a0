package io.novacron.oncall.connectors.alertmanager;

import io.novacron.oncall.core.alert.MemberAlert;
import io.novacron.oncall.core.alert.MemberAnswer;
import io.novacron.oncall.core.silence.Silence;
import io.novacron.oncall.core.source.Condition;
import io.novacron.oncall.core.source.Contact;
import io.novacron.oncall.core.source.Fetched;
import io.novacron.oncall.core.source.SourceError;
import io.novacron.oncall.core.source.SourceState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Everything one poll wants of one member: status, then the alerts, then the silences. One after the other, so that one member never holds more than one of the source's places.
 */
final class MemberReader {

    private final AlertmanagerApi api;
    private final AlertReader alerts;
    private final SilenceReader silences;

    MemberReader(AlertmanagerApi api, SilenceReader silences) {
        this.api = api;
        this.alerts = new AlertReader(api);
        this.silences = silences;
    }

    Fetched<MemberReading> read(String member) {
        return switch (api.status(member)) {
            case Fetched.Answer<Wire.Status>(Wire.Status status, Contact contact) -> read(member, status, contact);
            case Fetched.Failure<Wire.Status>(SourceError error) -> Fetched.failure(error);
        };
    }

    private Fetched<MemberReading> read(String member, Wire.Status status, Contact contact) {
        String version = version(status);
        Duration slowest = contact.latency();
        AlertReader.Reading listed;
        switch (alerts.list(member, Version.of(version))) {
            case Fetched.Answer<AlertReader.Reading>(var all, Contact after) -> {
                listed = all;
                slowest = longer(slowest, after.latency());
            }
            case Fetched.Failure<AlertReader.Reading>(SourceError error) -> {
                return Fetched.failure(error);
            }
        }
        SilenceReader.Reading read;
        switch (silences.list(member)) {
            case Fetched.Answer<List<Silence>>(var all, Contact after) -> {
                read = new SilenceReader.Reading(all, after.conditions());
                slowest = longer(slowest, after.latency());
            }
            case Fetched.Failure<List<Silence>>(SourceError.Cancelled error) -> {
                return Fetched.failure(error);
            }
            case Fetched.Failure<List<Silence>>(SourceError error) ->
                read = silences.instead(member, silencing(listed.alerts()), error);
        }
        Set<Condition> conditions = new LinkedHashSet<>();
        contact.conditions().forEach(c -> conditions.add(new Condition(c.state(), member + ": " + c.reason())));
        conditions.addAll(listed.flaws().conditions(member));
        // The clock was judged by the status already.
        read.conditions().stream().filter(c -> c.state() != SourceState.SKEWED).forEach(conditions::add);
        Contact whole = new Contact(
                version,
                AlertmanagerConnector.FLAVOUR,
                slowest,
                contact.skew(),
                contact.tlsNotAfter(),
                new ArrayList<>(conditions));
        return new Fetched.Answer<>(
                reading(member, status, contact.latency(), listed.alerts(), read.silences()), whole);
    }

    private static MemberReading reading(
            String member, Wire.Status status, Duration roundTrip, List<MemberAlert> alerts, List<Silence> silences) {
        Wire.Cluster cluster = status.cluster();
        List<Wire.Peer> peers = cluster == null ? List.of() : peers(cluster);
        MemberAnswer answer = new MemberAnswer(
                member,
                version(status),
                startedAt(status),
                clusterStatus(status),
                peers.stream().map(peer -> WireText.orEmpty(peer.address())).toList(),
                status.config() == null ? "" : WireText.orEmpty(status.config().original()),
                alerts,
                silences);
        return new MemberReading(
                answer,
                cluster == null ? "" : WireText.orEmpty(cluster.name()),
                peers.stream().map(peer -> WireText.orEmpty(peer.name())).toList(),
                roundTrip);
    }

    static String version(Wire.Status status) {
        return status.versionInfo() == null
                ? ""
                : WireText.orEmpty(status.versionInfo().version());
    }

    static Instant startedAt(Wire.Status status) {
        return WireTime.parseOr(status.uptime(), Instant.EPOCH);
    }

    /** Empty where the server does not say. */
    static String clusterStatus(Wire.Status status) {
        return status.cluster() == null ? "" : WireText.orEmpty(status.cluster().status());
    }

    private static List<Wire.Peer> peers(Wire.Cluster cluster) {
        List<? extends Wire.@Nullable Peer> peers = cluster.peers();
        return peers == null
                ? List.of()
                : peers.stream()
                        .filter(Objects::nonNull)
                        .<Wire.Peer>map(Objects::requireNonNull)
                        .toList();
    }

    private static SortedSet<String> silencing(List<MemberAlert> alerts) {
        SortedSet<String> ids = new TreeSet<>();
        alerts.forEach(alert -> ids.addAll(alert.silencedBy()));
        return ids;
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
