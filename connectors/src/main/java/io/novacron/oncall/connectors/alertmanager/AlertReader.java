package io.novacron.oncall.connectors.alertmanager;

import io.novacron.oncall.connectors.http.Decoder;
import io.novacron.oncall.core.alert.MemberAlert;
import io.novacron.oncall.core.source.Contact;
import io.novacron.oncall.core.source.Fetched;
import io.novacron.oncall.core.source.SourceError;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The alerts of a member: its groups, and below 0.28 also the flat list, which has alerts that no group has yet. Any thread. */
final class AlertReader {

    private final AlertmanagerApi api;
    private final AlertPool pool = new AlertPool();
    private final Map<String, SameBytes<Reading>> last = new ConcurrentHashMap<>();

    AlertReader(AlertmanagerApi api) {
        this.api = api;
    }

    /** What a member lists, and what was wrong with it. Equal bytes give the very same reading again. */
    record Reading(List<MemberAlert> alerts, Flaws flaws) {

        Reading {
            alerts = List.copyOf(alerts);
        }
    }

    Fetched<Reading> list(String member, Version version) {
        Decoder<AlertMapper> groups =
                AlertmanagerApi.groupsInto(() -> new AlertMapper(new Flaws(), alert -> pool.pooled(member, alert)));
        Fetched<Reading> read = version.groupsAreEnough()
                ? api.groups(
                        member,
                        last.computeIfAbsent(member, one -> new SameBytes<>())
                                .decoder((body, head) ->
                                        groups.decode(body, head).reading()))
                : both(member, groups);
        if (read instanceof Fetched.Answer<Reading>(Reading reading, Contact contact)) {
            pool.keep(member, reading.alerts());
        }
        return read;
    }

    private Fetched<Reading> both(String member, Decoder<AlertMapper> groups) {
        return switch (api.groups(member, groups)) {
            case Fetched.Answer<AlertMapper>(AlertMapper mapper, Contact contact) ->
                switch (api.alerts(member)) {
                    case Fetched.Answer<List<Wire.Alert>>(var alerts, Contact after) -> {
                        mapper.addUngrouped(alerts);
                        boolean slower = after.latency().compareTo(contact.latency()) > 0;
                        yield new Fetched.Answer<>(mapper.reading(), slower ? after : contact);
                    }
                    case Fetched.Failure<List<Wire.Alert>>(SourceError error) -> Fetched.failure(error);
                };
            case Fetched.Failure<AlertMapper>(SourceError error) -> Fetched.failure(error);
        };
    }
}
