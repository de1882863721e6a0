package io.novacron.oncall.desktop.cli;

import io.novacron.oncall.core.alert.ClusterAnswer;
import io.novacron.oncall.core.alert.Labels;
import io.novacron.oncall.core.alert.MemberAlert;
import io.novacron.oncall.core.alert.MemberAnswer;
import io.novacron.oncall.core.source.AlertSource;
import io.novacron.oncall.core.source.Contact;
import io.novacron.oncall.core.source.Fetched;
import io.novacron.oncall.core.source.SourceError;
import io.novacron.oncall.core.source.SourceKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** An Alertmanager cluster of one member that says what it is given. */
record FakeAlerts(String name, Fetched<ClusterAnswer> answer) implements AlertSource {

    static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");

    private static final String MEMBER = "am:9093";

    static FakeAlerts firing(String name, List<Map<String, String>> labels) {
        List<MemberAlert> alerts = labels.stream().map(FakeAlerts::alert).toList();
        return answering(name, "", alerts);
    }

    /** With a configuration to show. */
    static FakeAlerts routing(String name, String config) {
        return answering(name, config, List.of());
    }

    private static FakeAlerts answering(String name, String config, List<MemberAlert> alerts) {
        MemberAnswer member = new MemberAnswer(MEMBER, "0.34.2", NOW, "ready", List.of(), config, alerts, List.of());
        ClusterAnswer cluster = new ClusterAnswer(name, List.of(member), Map.of());
        Contact contact = new Contact("0.34.2", "", Duration.ofMillis(7), Duration.ofMillis(-2), null, List.of());
        return new FakeAlerts(name, new Fetched.Answer<>(cluster, contact));
    }

    static FakeAlerts dead(String name) {
        return new FakeAlerts(name, Fetched.failure(new SourceError.Unreachable(MEMBER, "connection refused")));
    }

    private static MemberAlert alert(Map<String, String> labels) {
        return new MemberAlert(
                Labels.of(labels),
                Map.of("summary", "Writes take 40 ms"),
                NOW.minusSeconds(60),
                NOW.plusSeconds(300),
                NOW,
                "active",
                List.of(),
                List.of(),
                List.of(),
                List.of("page"),
                "");
    }

    @Override
    public SourceKind kind() {
        return SourceKind.ALERTMANAGER;
    }

    @Override
    public String cluster() {
        return name;
    }

    @Override
    public List<String> members() {
        return List.of(MEMBER);
    }

    @Override
    public Fetched<ClusterAnswer> poll() {
        return answer;
    }

    @Override
    public Fetched<MemberAnswer> member(String member) {
        return answer.map(cluster -> cluster.members().getFirst());
    }
}
