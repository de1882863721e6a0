package io.novacron.oncall.demo.alertmanager;

import io.novacron.oncall.demo.alertmanager.AlertRow.GroupRow;
import io.novacron.oncall.demo.alertmanager.silence.HeldSilence;
import io.novacron.oncall.demo.alertmanager.silence.Silences;
import io.novacron.oncall.demo.http.Reply;
import io.novacron.oncall.demo.http.Request;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Alerts, flat and in groups. Who is quiet is decided for each answer anew, as on the server. */
final class AlertsApi {

    private static final Comparator<GroupRow> ORDER =
            Comparator.comparing(GroupRow::labels, Subject::compareAll).thenComparing(GroupRow::receiver);

    private final AlertmanagerMember member;
    private final AlertmanagerConfig config;

    AlertsApi(AlertmanagerMember member, AlertmanagerConfig config) {
        this.member = member;
        this.config = config;
    }

    Reply list(Request request) {
        Query query;
        try {
            query = Query.of(request);
        } catch (Query.Refused e) {
            return e.reply();
        }
        List<AlertRow> rows = member.now(now -> flat(query, now));
        rows.sort(Comparator.comparing(row -> row.alert().subject().fingerprint()));
        return Wire.ok(json -> {
            json.writeStartArray();
            rows.forEach(row -> row.write(json));
            json.writeEndArray();
        });
    }

    Reply groups(Request request) {
        Query query;
        try {
            query = Query.of(request);
        } catch (Query.Refused e) {
            return e.reply();
        }
        List<GroupRow> groups = member.now(now -> grouped(query, now));
        groups.sort(ORDER);
        return Wire.ok(json -> {
            json.writeStartArray();
            groups.forEach(group -> group.write(json));
            json.writeEndArray();
        });
    }

    Reply post(String body) {
        List<PostedAlert> alerts;
        try {
            alerts = AlertBody.read(body);
        } catch (BodyRefused e) {
            return e.reply();
        }
        List<String> refused = member.post(alerts);
        return refused.isEmpty() ? Wire.empty(200) : Wire.refused(400, String.join("\n", refused));
    }

    private List<AlertRow> flat(Query query, Instant now) {
        List<AlertRow> rows = new ArrayList<>();
        List<HeldSilence> active = member.silences().active(now);
        for (HeldAlert alert : member.intake().all()) {
            List<GroupId> groups = alert.subject().groups();
            if (groups.stream().anyMatch(group -> takes(query, group))) {
                AlertRow row = row(query, alert, receivers(groups), List.of(), active, now);
                if (row != null) {
                    rows.add(row);
                }
            }
        }
        return rows;
    }

    private List<GroupRow> grouped(Query query, Instant now) {
        List<HeldSilence> active = member.silences().active(now);
        List<GroupRow> groups = new ArrayList<>();
        Map<Subject, List<String>> receivers = new HashMap<>();
        for (Group group : member.groups().all()) {
            List<AlertRow> rows = takes(query, group.id()) ? rows(query, group, active, receivers, now) : List.of();
            if (!rows.isEmpty()) {
                groups.add(new GroupRow(group.id().labels(), group.id().receiver(), rows));
            }
        }
        // a group that is muted and not wanted still counts among the receivers of its alerts
        groups.removeIf(group ->
                !query.wants("muted") && !group.alerts().getFirst().mutedBy().isEmpty());
        receivers.values().forEach(names -> names.sort(null));
        return groups;
    }

    private List<AlertRow> rows(
            Query query, Group group, List<HeldSilence> active, Map<Subject, List<String>> receivers, Instant now) {
        List<AlertRow> rows = new ArrayList<>();
        List<String> only = List.of(group.id().receiver());
        for (HeldAlert alert : group.alerts()) {
            boolean alone = alert.subject().groups().size() == 1;
            List<String> names = alone ? only : receivers.computeIfAbsent(alert.subject(), _ -> new ArrayList<>());
            AlertRow row = row(query, alert, names, group.mutedBy(), active, now);
            if (row != null) {
                rows.add(row);
                if (!alone) {
                    names.add(group.id().receiver());
                }
            }
        }
        return rows;
    }

    /** Null where the query does not want it. */
    private @Nullable AlertRow row(
            Query query,
            HeldAlert alert,
            List<String> receivers,
            List<String> mutedBy,
            List<HeldSilence> active,
            Instant now) {
        Subject subject = alert.subject();
        if (alert.endsAt().isBefore(now) || !query.labels().matches(subject.labels())) {
            return null;
        }
        Subject inhibitor = member.inhibitor().inhibitorOf(subject, now);
        AlertRow row = new AlertRow(
                alert,
                receivers,
                inhibitor == null ? List.of() : List.of(inhibitor.fingerprint()),
                Silences.silencing(active, subject.labels()),
                mutedBy);
        boolean wanted = (row.suppressed() || query.wants("active"))
                && (row.silencedBy().isEmpty() || query.wants("silenced"))
                && (row.inhibitedBy().isEmpty() || query.wants("inhibited"));
        return wanted ? row : null;
    }

    private boolean takes(Query query, GroupId group) {
        return query.takes(config.routing().receiver(group.receiver()));
    }

    private static List<String> receivers(List<GroupId> groups) {
        return groups.size() == 1
                ? List.of(groups.getFirst().receiver())
                : groups.stream().map(GroupId::receiver).toList();
    }
}
