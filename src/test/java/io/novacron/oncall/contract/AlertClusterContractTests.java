package io.novacron.oncall.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.novacron.oncall.connectors.alertmanager.AlertmanagerConnector;
import io.novacron.oncall.core.alert.ClusterAnswer;
import io.novacron.oncall.core.source.Condition;
import io.novacron.oncall.core.source.Contact;
import io.novacron.oncall.core.source.Fetched;
import io.novacron.oncall.core.source.SourceError;
import io.novacron.oncall.core.source.SourceState;
import io.novacron.oncall.servers.AlertmanagerCluster.Gossip;
import io.novacron.oncall.servers.AlertmanagerPair;
import io.novacron.oncall.servers.AlertmanagerServer;
import io.novacron.oncall.servers.Servers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a cluster says when members are lost or do not belong together. */
class AlertClusterContractTests {

    @ParameterizedTest
    @EnumSource(
            value = AlertStage.Kind.class,
            names = {"PAIR_0_25", "PAIR_0_34", "PAIR_ESTATE"})
    void aPairLosesAMemberAndGetsItBack(AlertStage.Kind kind) {
        try (AlertStage stage = AlertStage.open(kind)) {
            stage.fireLabels(List.of(Map.of("alertname", "Survivor")));
            stage.awaitEach("Survivor", seen -> assertThat(seen).hasSize(1));
            AlertMember lost = stage.servers().getLast();
            lost.kill();
            Fetched.Answer<ClusterAnswer> answer = answer(stage.connector());
            assertThat(answer.value().silent()).containsOnlyKeys(lost.hostPort());
            assertThat(AlertStage.named(answer.value().members().getFirst(), "Survivor"))
                    .hasSize(1);
            assertThat(answer.contact().conditions()).singleElement().satisfies(condition -> {
                assertThat(condition.state()).isEqualTo(SourceState.PARTIAL);
                assertThat(condition.reason()).startsWith("1/2 members: " + lost.hostPort() + " cannot be reached");
            });
            lost.restart();
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(
                            () -> assertThat(answer(stage.connector()).contact().conditions())
                                    .isEmpty());
            stage.servers().forEach(AlertMember::kill);
            SourceError error = AlertStage.error(stage.connector().poll());
            assertThat(error.state()).isEqualTo(SourceState.UNREACHABLE);
            assertThat(error.sentence()).contains(stage.connector().members());
        }
    }

    @Test
    void aMemberThatJoinsAgainIsSettlingAndNotReadyForWrites() {
        try (AlertmanagerPair pair =
                        AlertmanagerPair.start(Servers.ALERTMANAGER_0_34, AlertStage.CONFIG, Gossip.DEFAULT);
                AlertmanagerConnector connector =
                        AlertStage.connect(pair.first().url(), pair.second().url())) {
            assertThat(answer(connector).contact().conditions()).isEmpty();
            pair.second().restart();
            assertThat(answer(connector).contact().conditions())
                    .contains(new Condition(SourceState.SETTLING, pair.second().hostPort() + " joins its cluster"));
            assertThat(AlertStage.value(connector.probe(pair.second().hostPort()))
                            .ready())
                    .isFalse();
            assertThat(AlertStage.value(connector.probe(pair.first().hostPort()))
                            .ready())
                    .isTrue();
        }
    }

    @Test
    void membersThatDoNotGossipAreASplit() {
        try (AlertmanagerServer old = AlertmanagerServer.start(Servers.ALERTMANAGER_0_25, AlertStage.CONFIG);
                AlertmanagerServer modern = AlertmanagerServer.start(Servers.ALERTMANAGER_0_34, AlertStage.CONFIG);
                AlertmanagerConnector connector = AlertStage.connect(old.url(), modern.url())) {
            Contact contact = answer(connector).contact();
            assertThat(contact.version()).isEqualTo("0.25.0, 0.34.2");
            assertThat(contact.conditions()).extracting(Condition::state).containsExactly(SourceState.SPLIT);
            assertThat(contact.conditions().getFirst().reason()).contains(old.hostPort(), modern.hostPort());
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Servers.class,
            names = {"ALERTMANAGER_0_25", "ALERTMANAGER_0_34"})
    void anotherConfigurationAndAWrongPrefixAreSaid(Servers version) {
        try (AlertmanagerServer one = AlertmanagerServer.start(version, AlertStage.CONFIG);
                AlertmanagerServer two = AlertmanagerServer.start(version, AlertmanagerServer.QUIET_CONFIG);
                AlertmanagerConnector both = AlertStage.connect(one.url(), two.url());
                AlertmanagerConnector astray = AlertStage.connect(one.url("/am"))) {
            assertThat(answer(both).contact().conditions())
                    .extracting(Condition::reason)
                    .anyMatch(reason -> reason.startsWith("configuration differs between members: "));
            assertThat(answer(both).value().members())
                    .allSatisfy(member -> assertThat(member.alerts()).isEmpty());
            assertThat(AlertStage.error(astray.poll())).isInstanceOf(SourceError.NotTheApi.class);
            assertThat(AlertStage.error(astray.probe(one.hostPort())).sentence())
                    .contains("the Alertmanager API v2", "path prefix");
        }
    }

    private static Fetched.Answer<ClusterAnswer> answer(AlertmanagerConnector connector) {
        return switch (connector.poll()) {
            case Fetched.Answer<ClusterAnswer> answer -> answer;
            case Fetched.Failure<ClusterAnswer>(SourceError error) -> throw new AssertionError(error.sentence());
        };
    }
}
