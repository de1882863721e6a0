package io.novacron.oncall.core.action;

import static org.assertj.core.api.Assertions.assertThat;

import io.novacron.oncall.core.alert.AckRecord;
import io.novacron.oncall.core.settings.Role;
import io.novacron.oncall.core.silence.Matcher;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** However an acknowledgement is ended by hand, it is given back; and nobody's name is taken with one's own. */
class AckReturnTests {

    private final Workplace place = new Workplace();

    @AfterEach
    void end() {
        place.close();
    }

    @Test
    void anAcknowledgementExpiredAsASilenceSendsTheWithheldEndNotice() throws InterruptedException {
        String latency = place.cluster.fire("alertname", "Latency", "service", "api");
        String id = acknowledge("ana", latency).silenceId();
        place.cluster.resolveAll();

        Ladder ladder = Workplace.only(
                new ExpireSilence(place.desk("ana")).run(new ExpireSilence.Request(List.of(id), null, "")));

        assertThat(ladder.outcome()).isEqualTo(Outcome.EFFECTIVE);
        assertThat(ladder.rearmed()).isTrue();
        assertThat(place.cluster.resolved).hasSize(2);
    }

    @Test
    void anAcknowledgementExpiredAsASilenceSaysByWhenTheNextPageComes() throws InterruptedException {
        place.cluster.config = """
                route:
                  receiver: pager
                  repeat_interval: 3h
                receivers:
                  - name: pager
                    webhook_configs:
                      - url: http://127.0.0.1:1/
                """;
        String id =
                acknowledge("ana", place.cluster.fire("alertname", "Latency")).silenceId();

        Ladder ladder = Workplace.only(
                new ExpireSilence(place.desk("ana")).run(new ExpireSilence.Request(List.of(id), null, "")));

        assertThat(ladder.nextPageNotBefore())
                .isAfter(place.clock.now().plus(Duration.ofHours(3)).minusSeconds(5));
        assertThat(ladder.about()).hasSize(1);
    }

    @Test
    void theReasonForEndingStandsInTheJournalAndInTheLadder() throws InterruptedException {
        String latency = place.cluster.fire("alertname", "Latency");
        acknowledge("ana", latency);

        Ladder ladder = Workplace.only(new Unacknowledge(place.desk("ben"))
                .run(new Unacknowledge.Request(List.of(Workplace.key(latency)), 1, "ana went home")));

        assertThat(ladder.what()).contains("ana went home");
        assertThat(place.journal.records())
                .anyMatch(record -> record.entry().what().contains("ana went home"));
    }

    @Test
    void theReasonForExpiringStandsInTheLadder() throws InterruptedException {
        place.cluster.fire("alertname", "Latency");
        String id = Workplace.only(new CreateSilence(place.desk("ana", Role.LEAD))
                        .run(new CreateSilence.Request(
                                "eu", List.of(Matcher.equal("alertname", "Latency")), Duration.ofHours(1), "swap", 1)))
                .silenceId();

        Ladder ladder = Workplace.only(new ExpireSilence(place.desk("ben"))
                .run(new ExpireSilence.Request(List.of(id), 1, "the swap is done")));

        assertThat(ladder.what()).contains("the swap is done");
    }

    @Test
    void whoTakesAJoinBackLeavesTheColleaguesAcknowledgementAlone() throws InterruptedException {
        String latency = place.cluster.fire("alertname", "Latency");
        String id = acknowledge("ben", latency).silenceId();
        acknowledge("ana", latency);

        Ladder ladder = Workplace.only(takeBack("ana", latency));

        assertThat(ladder.outcome()).isEqualTo(Outcome.EFFECTIVE);
        assertThat(owners()).containsExactly("ben");
        assertThat(place.cluster.active(FakeCluster.A).getFirst().id()).isEqualTo(id);
        assertThat(place.board().alert(Workplace.key(latency)))
                .satisfies(
                        alert -> assertThat(Objects.requireNonNull(alert).ack()).isNotNull());
    }

    @Test
    void whoBeganLeavesItToTheOneWhoJoinedSince() throws InterruptedException {
        place.cluster.annotations = false;
        String latency = place.cluster.fire("alertname", "Latency");
        acknowledge("ana", latency);
        acknowledge("ben", latency);

        assertThat(Workplace.only(takeBack("ana", latency)).outcome()).isEqualTo(Outcome.EFFECTIVE);
        assertThat(owners()).containsExactly("ben");
    }

    @Test
    void whoWorksOnItAloneGivesItBack() throws InterruptedException {
        String latency = place.cluster.fire("alertname", "Latency");
        acknowledge("ana", latency);

        assertThat(Workplace.only(takeBack("ana", latency)).outcome()).isEqualTo(Outcome.EFFECTIVE);
        assertThat(place.cluster.active(FakeCluster.A)).isEmpty();
    }

    @Test
    void whoIsNotNamedAnyMoreChangesNothing() throws InterruptedException {
        String latency = place.cluster.fire("alertname", "Latency");
        acknowledge("ben", latency);

        assertThat(Workplace.only(takeBack("ana", latency)).outcome()).isEqualTo(Outcome.FAILED);
        assertThat(owners()).containsExactly("ben");
    }

    private ActionResult takeBack(String who, String fingerprint) throws InterruptedException {
        return new TakeBackAck(place.desk(who, Role.LEAD)).run(List.of(Workplace.key(fingerprint)));
    }

    private List<String> owners() {
        return Objects.requireNonNull(
                        AckRecord.read(place.cluster.active(FakeCluster.B).getFirst()))
                .owners();
    }

    private Ladder acknowledge(String who, String fingerprint) throws InterruptedException {
        return Workplace.only(new Acknowledge(place.desk(who))
                .run(new Acknowledge.Request(List.of(Workplace.key(fingerprint)), Duration.ofHours(1), "")));
    }
}
