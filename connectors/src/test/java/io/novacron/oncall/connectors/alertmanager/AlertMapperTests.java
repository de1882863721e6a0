package io.novacron.oncall.connectors.alertmanager;

import static org.assertj.core.api.Assertions.assertThat;

import io.novacron.oncall.connectors.http.Json;
import io.novacron.oncall.core.alert.Labels;
import io.novacron.oncall.core.alert.MemberAlert;
import io.novacron.oncall.core.source.Condition;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AlertMapperTests {

    private final Flaws flaws = new Flaws();
    private final AlertMapper mapper = new AlertMapper(flaws, UnaryOperator.identity());

    @Test
    void anAlertOnTwoRoutesIsOneAlert() {
        groups(Payloads.GROUPS_0_25);
        assertThat(mapper.reading().alerts()).singleElement().satisfies(alert -> {
            assertThat(alert.fingerprint()).isEqualTo("69ac58bdfb235004");
            assertThat(alert.labels()).isEqualTo(Labels.of(Map.of("alertname", "X", "multi", "1")));
            assertThat(alert.labels().fingerprint()).isEqualTo("69ac58bdfb235004");
            assertThat(alert.receivers()).containsExactly("a", "b");
            assertThat(alert.state()).isEqualTo("active");
            assertThat(alert.startsAt()).isEqualTo(Instant.parse("2026-11-22T15:25:58.496Z"));
            assertThat(alert.generatorUrl()).isEmpty();
        });
        assertThat(flaws.conditions("m")).isEmpty();
    }

    @Test
    void theFlatListAddsOnlyWhatNoGroupHas() {
        groups(Payloads.GROUPS_0_25);
        mapper.addUngrouped(Payloads.rows(Wire.Alert.class, Payloads.ALERTS_0_25));
        assertThat(mapper.reading().alerts())
                .extracting(MemberAlert::fingerprint)
                .containsExactly("69ac58bdfb235004", "9ba0f3ed77fb0e1b");
        MemberAlert ungrouped = mapper.reading().alerts().getLast();
        assertThat(ungrouped.inhibitedBy()).containsExactly("d10f88bfc66fb842");
        assertThat(ungrouped.annotations()).containsEntry("summary", "hi");
        assertThat(ungrouped.generatorUrl()).isEqualTo("http://x/g");
    }

    @Test
    void mutedInItsOnlyGroupIsMuted() {
        groups(Payloads.GROUPS_0_28);
        assertThat(mapper.reading().alerts().getFirst().mutedBy()).containsExactly("always");
        assertThat(mapper.reading().alerts().getFirst().state()).isEqualTo("suppressed");
    }

    @Test
    void mutedInOneGroupAndActiveInAnotherIsNotMuted() {
        groups(Payloads.GROUPS_0_34);
        MemberAlert both = mapper.reading().alerts().getFirst();
        assertThat(both.mutedBy()).isEmpty();
        assertThat(both.state()).isEqualTo("active");
        MemberAlert silenced = mapper.reading().alerts().getLast();
        assertThat(silenced.silencedBy()).containsExactly("4bd0f511-8cef-4862-a580-3e412be08ebd");
    }

    @Test
    void mutedInEveryGroupNamesEveryInterval() {
        groups(group(alert("\"mutedBy\":[\"nights\"],\"state\":\"suppressed\""))
                .concat(",")
                .concat(group(alert("\"mutedBy\":[\"weekends\"],\"state\":\"suppressed\"")))
                .transform(AlertMapperTests::list));
        assertThat(mapper.reading().alerts().getFirst().mutedBy()).containsExactly("nights", "weekends");
        assertThat(mapper.reading().alerts().getFirst().state()).isEqualTo("suppressed");
    }

    @Test
    void anActiveGroupAmongThreeOutweighsTwoMutedOnesInAnyOrder() {
        String muted = group(alert("\"mutedBy\":[\"nights\"],\"state\":\"suppressed\""));
        String active = group(alert("\"mutedBy\":[],\"state\":\"active\""));
        for (List<String> order :
                List.of(List.of(muted, muted, active), List.of(muted, active, muted), List.of(active, muted, muted))) {
            AlertMapper fresh = new AlertMapper(new Flaws(), UnaryOperator.identity());
            Payloads.rows(Wire.Group.class, list(String.join(",", order))).forEach(fresh::addGroup);
            assertThat(fresh.reading().alerts().getFirst().mutedBy())
                    .as(order.toString())
                    .isEmpty();
            assertThat(fresh.reading().alerts().getFirst().state()).isEqualTo("active");
        }
    }

    @Test
    void anUnknownStateIsKeptAsTextAndOutweighsTheKnownOnes() {
        groups(list(group(alert("\"state\":\"active\"")) + "," + group(alert("\"state\":\"snoozed\""))));
        assertThat(mapper.reading().alerts().getFirst().state()).isEqualTo("snoozed");
        assertThat(flaws.conditions("m")).isEmpty();
    }

    @Test
    void rowsWithoutRequiredFieldsAreKeptAndCounted() {
        groups(list(group("""
                {"fingerprint":"1","startsAt":"2026-11-22T15:25:58Z","status":{"state":"active"}},\
                {"fingerprint":"2","labels":{"alertname":"A"},"status":{"state":"active"}},\
                {"labels":{"alertname":"B"},"startsAt":"soon"},null""")));
        assertThat(mapper.reading().alerts())
                .extracting(MemberAlert::fingerprint)
                .containsExactly(
                        "1", "2", Labels.of(Map.of("alertname", "B")).fingerprint(), Labels.NONE.fingerprint());
        assertThat(mapper.reading().alerts().get(1).startsAt()).isEqualTo(Instant.EPOCH);
        assertThat(flaws.conditions("m:9093"))
                .extracting(Condition::reason)
                .containsExactly(
                        "m:9093 sent incomplete rows: 2 × alert without fingerprint, 2 × alert without labels, "
                                + "3 × alert without startsAt, 2 × alert without state");
    }

    @Test
    void aMissingEndAndTheZeroTimeAreTolerated() {
        groups(list(group(alert("\"state\":\"active\"")
                .replace("\"startsAt\":\"2026-11-22T15:25:58Z\"", "\"startsAt\":\"0001-01-01T00:00:00Z\""))));
        assertThat(mapper.reading().alerts().getFirst().endsAt()).isEqualTo(Instant.EPOCH);
        assertThat(mapper.reading().alerts().getFirst().startsAt()).isEqualTo(Instant.parse("0001-01-01T00:00:00Z"));
        assertThat(flaws.conditions("m")).isEmpty();
    }

    @Test
    void nullsInsideListsAndMapsCostNothing() {
        groups(list("null,{\"alerts\":null},"
                + group("{\"fingerprint\":\"1\",\"labels\":{\"a\":null},\"annotations\":{\"b\":null},"
                        + "\"receivers\":[null,{\"name\":null},{\"name\":\"r\"}],\"startsAt\":\"2026-11-22T15:25:58Z\","
                        + "\"status\":{\"state\":\"active\",\"silencedBy\":[null,\"s\"],\"mutedBy\":null}}")));
        MemberAlert alert = mapper.reading().alerts().getFirst();
        assertThat(alert.labels().get("a")).isEmpty();
        assertThat(alert.annotations()).containsEntry("b", "");
        assertThat(alert.receivers()).containsExactly("r");
        assertThat(alert.silencedBy()).containsExactly("s");
        assertThat(flaws.conditions("m"))
                .extracting(Condition::reason)
                .containsExactly("m sent incomplete rows: 2 × group without alerts");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\u0000b",
                "line\nbreak\r",
                "\u001b[31mred",
                "\u202Eevil\u202C",
                "\"quoted\" \\ back",
                "{}!=~,",
                "ÿ \uD83D\uDD25",
                "'; DROP",
                "<script>",
                "=cmd|' /C calc'!A0",
                ""
            })
    void hostileLabelsArriveUnchanged(String value) {
        String json = new String(Json.bytes(value), StandardCharsets.UTF_8);
        groups(list(group("{\"labels\":{\"alertname\":" + json + "," + json + ":\"x\"},\"fingerprint\":\"1\","
                + "\"startsAt\":\"2026-11-22T15:25:58Z\",\"status\":{\"state\":\"active\"}}")));
        assertThat(mapper.reading().alerts().getFirst().labels().get("alertname"))
                .isEqualTo(value);
        assertThat(mapper.reading().alerts().getFirst().labels().get(value)).isEqualTo("x");
    }

    private void groups(String json) {
        Payloads.rows(Wire.Group.class, json).forEach(mapper::addGroup);
    }

    private static String list(String rows) {
        return "[" + rows + "]";
    }

    private static String group(String alerts) {
        return "{\"alerts\":[" + alerts + "]}";
    }

    private static String alert(String status) {
        return "{\"fingerprint\":\"1\",\"labels\":{\"alertname\":\"A\"},\"startsAt\":\"2026-11-22T15:25:58Z\",\"status\":{"
                + status + "}}";
    }
}
