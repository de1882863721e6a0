package io.novacron.oncall.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.novacron.oncall.core.alert.MemberAlert;
import io.novacron.oncall.core.alert.MemberAnswer;
import io.novacron.oncall.core.source.Contact;
import io.novacron.oncall.core.source.Fetched;
import io.novacron.oncall.core.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What the console relies on when it reads an Alertmanager cluster. */
@ParameterizedClass
@EnumSource(AlertStage.Kind.class)
class AlertSourceContractTests {

    private static final List<String> HOSTILE = List.of(
            "line\nbreak\r\t",
            "\u001b[31mred",
            "\u202Eevil\u202C",
            "\"quoted\" \\ back",
            "{}!=~,'`",
            "ÿ \uD83D\uDD25",
            "a+b&c#d%e",
            "<script>alert(1)</script>",
            "=cmd|' /C calc'!A0",
            "a|b.*(",
            "\u0001\u0000");

    private static @Nullable AlertStage opened;

    @Parameter
    AlertStage.Kind kind = AlertStage.Kind.SINGLE_0_34;

    @BeforeParameterizedClassInvocation
    static void open(AlertStage.Kind kind) {
        opened = AlertStage.open(kind);
    }

    @AfterParameterizedClassInvocation
    static void close() {
        if (opened != null) {
            opened.close();
            opened = null;
        }
    }

    @Test
    void eachOfAThousandAlertsIsListedOncePerMemberUnderItsFingerprint() {
        Instant startsAt = Instant.parse("2026-01-02T03:04:05.006Z");
        Instant endsAt = Clock.system().now().plus(Duration.ofHours(1));
        List<Map<String, Object>> alerts = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            alerts.add(Map.of(
                    "labels", Map.of("alertname", "Thousand", "i", String.valueOf(i)),
                    "annotations", Map.of("summary", "number " + i),
                    "generatorURL", "http://prometheus.example/graph?i=" + i,
                    "startsAt", startsAt.toString(),
                    "endsAt", endsAt.toString()));
        }
        stage().fire(alerts);
        stage().awaitEach("Thousand", seen -> {
            assertThat(seen).hasSize(1_000);
            assertThat(seen).extracting(MemberAlert::fingerprint).doesNotHaveDuplicates();
            assertThat(seen).allSatisfy(alert -> {
                assertThat(alert.fingerprint()).isEqualTo(alert.labels().fingerprint());
                assertThat(alert.annotations())
                        .containsEntry("summary", "number " + alert.labels().get("i"));
                assertThat(alert.generatorUrl()).endsWith("?i=" + alert.labels().get("i"));
                assertThat(alert.startsAt()).isEqualTo(startsAt);
                assertThat(alert.endsAt()).isAfter(startsAt);
                assertThat(alert.receivers()).containsExactly("nobody");
                assertThat(alert.state()).isEqualTo("active");
            });
        });
    }

    @Test
    void aSilencedAlertNamesItsSilences() throws Exception {
        stage().fireLabels(List.of(Map.of("alertname", "Hushed", "a", "1"), Map.of("alertname", "Hushed", "a", "2")));
        String id = stage().servers().getFirst().postSilence("""
                {"matchers": [{"name": "alertname", "value": "Hushed", "isRegex": false, "isEqual": true},
                              {"name": "a", "value": "1", "isRegex": false, "isEqual": true}],
                 "startsAt": "2020-01-01T00:00:00Z", "endsAt": "2099-01-01T00:00:00Z", "createdBy": "ana", "comment": "x"}
                """);
        stage().awaitEach("Hushed", seen -> {
            assertThat(withLabel(seen, "a", "1").silencedBy()).containsExactly(id);
            assertThat(withLabel(seen, "a", "1").state()).isEqualTo("suppressed");
            assertThat(withLabel(seen, "a", "2").silencedBy()).isEmpty();
        });
        assertThat(stage().poll().members())
                .allSatisfy(member -> assertThat(member.silences())
                        .anyMatch(silence -> silence.id().equals(id)));
    }

    @Test
    void anInhibitedAlertNamesAnInhibitor() {
        stage().fireLabels(List.of(
                Map.of("alertname", "Cause", "severity", "critical", "svc", "db"),
                Map.of("alertname", "Effect", "severity", "warning", "svc", "db")));
        stage().awaitEach("Effect", seen -> {
            assertThat(seen).hasSize(1);
            assertThat(seen.getFirst().inhibitedBy()).hasSize(1);
            assertThat(seen.getFirst().state()).isEqualTo("suppressed");
        });
        MemberAnswer member = stage().poll().members().getFirst();
        assertThat(AlertStage.named(member, "Effect").getFirst().inhibitedBy())
                .containsExactly(AlertStage.named(member, "Cause").getFirst().fingerprint());
    }

    @Test
    void aMutedAlertNamesItsIntervalWhereTheServerTells() {
        stage().fireLabels(List.of(Map.of("alertname", "Night", "muted", "1")));
        stage().awaitEach("Night", seen -> {
            assertThat(seen).hasSize(1);
            assertThat(seen.getFirst().mutedBy()).isEqualTo(kind.modern() ? Set.of("always") : Set.of());
            assertThat(seen.getFirst().receivers()).containsExactly("night");
        });
    }

    @Test
    void anAlertMutedOnOneOfItsRoutesOnlyIsOneAlertAndNotMuted() {
        stage().fireLabels(List.of(Map.of("alertname", "Half", "half", "1")));
        stage().awaitEach("Half", seen -> {
            assertThat(seen).hasSize(1);
            assertThat(seen.getFirst().receivers()).containsExactly("day", "night");
            assertThat(seen.getFirst().mutedBy()).isEmpty();
            assertThat(seen.getFirst().state()).isEqualTo("active");
        });
    }

    @Test
    void hostileLabelsArriveAsTheyWereSent() {
        List<Map<String, Object>> alerts = new ArrayList<>();
        for (String value : HOSTILE) {
            alerts.add(Map.of("labels", Map.of("alertname", "Hostile", "v", value), "annotations", Map.of("v", value)));
        }
        stage().fire(alerts);
        stage().awaitEach("Hostile", seen -> {
            assertThat(seen).extracting(alert -> alert.labels().get("v")).containsExactlyInAnyOrderElementsOf(HOSTILE);
            assertThat(seen).allSatisfy(alert -> {
                assertThat(alert.fingerprint()).isEqualTo(alert.labels().fingerprint());
                assertThat(alert.annotations())
                        .containsEntry("v", alert.labels().get("v"));
            });
        });
    }

    @Test
    void anAnswerSaysWhoGaveIt() {
        Fetched<?> fetched = stage().connector().poll();
        assertThat(fetched).isInstanceOf(Fetched.Answer.class);
        Contact contact = ((Fetched.Answer<?>) fetched).contact();
        assertThat(contact.version()).isEqualTo(kind.version.version());
        assertThat(contact.flavour()).isEqualTo("alertmanager");
        assertThat(contact.latency()).isPositive();
        assertThat(Objects.requireNonNull(contact.skew()).abs()).isLessThan(Duration.ofSeconds(30));
        assertThat(contact.conditions()).isEmpty();
        assertThat(stage().poll().members()).hasSize(stage().servers().size()).allSatisfy(member -> {
            assertThat(member.startedAt())
                    .isBefore(Clock.system().now())
                    .isAfter(Instant.parse("2026-01-01T00:00:00Z"));
            assertThat(member.clusterStatus()).isEqualTo(kind.pair ? "ready" : "disabled");
            assertThat(member.peers()).hasSize(kind.pair ? 2 : 0);
            assertThat(member.config()).contains("mute_time_intervals");
        });
    }

    @Test
    void oneMemberCanBeReadAlone() {
        stage().fireLabels(List.of(Map.of("alertname", "Alone")));
        stage().awaitEach("Alone", seen -> assertThat(seen).hasSize(1));
        for (String member : stage().connector().members()) {
            MemberAnswer answer = AlertStage.value(stage().connector().member(member));
            assertThat(answer.member()).isEqualTo(member);
            assertThat(AlertStage.named(answer, "Alone")).hasSize(1);
        }
    }

    @Test
    void receiversOfTheConfigurationAreListed() {
        assertThat(AlertStage.value(stage().connector().receivers(stage().first())))
                .containsExactlyInAnyOrder("nobody", "night", "day");
    }

    private static MemberAlert withLabel(List<MemberAlert> alerts, String name, String value) {
        assertThat(alerts).anyMatch(alert -> alert.labels().get(name).equals(value));
        return alerts.stream()
                .filter(alert -> alert.labels().get(name).equals(value))
                .findFirst()
                .orElseThrow();
    }

    private static AlertStage stage() {
        return Objects.requireNonNull(opened);
    }
}
