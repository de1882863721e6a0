package io.novacron.oncall.connectors.alertmanager;

import static org.assertj.core.api.Assertions.assertThat;

import io.novacron.oncall.core.alert.MemberAnswer;
import io.novacron.oncall.core.source.Condition;
import io.novacron.oncall.core.source.Contact;
import io.novacron.oncall.core.source.Fetched;
import io.novacron.oncall.core.source.SourceState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ClusterChecksTests {

    @Test
    void membersThatNameEachOtherAreOnePartition() {
        assertThat(check(member("a", "ready", "A", "B"), member("b", "ready", "B", "A")))
                .isEmpty();
    }

    @Test
    void oneSideNamingTheOtherIsEnough() {
        assertThat(check(member("a", "ready", "A", "B"), member("b", "ready", "B")))
                .isEmpty();
    }

    @Test
    void membersWithoutEachOtherAreASplitWithItsPartitionsNamed() {
        assertThat(check(member("a", "ready", "A", "C"), member("b", "ready", "B"), member("c", "ready", "C", "A")))
                .containsExactly(new Condition(SourceState.SPLIT, "members do not know each other: a, c | b"));
    }

    @Test
    void aChainOfAcquaintancesIsOnePartition() {
        assertThat(check(member("a", "ready", "A", "B"), member("b", "ready", "B"), member("c", "ready", "C", "B")))
                .isEmpty();
    }

    @Test
    void aSingleMemberWithoutGossipIsNoSplitButTwoOfThemAre() {
        assertThat(check(member("a", "disabled", ""))).isEmpty();
        assertThat(check(member("a", "disabled", ""), member("b", "disabled", "")))
                .containsExactly(new Condition(
                        SourceState.SPLIT,
                        "members do not know each other: a | b; a runs without a cluster; b runs without a cluster"));
    }

    @Test
    void aSettlingMemberIsNamed() {
        assertThat(check(member("a", "ready", "A", "B"), member("b", "settling", "B", "A")))
                .containsExactly(new Condition(SourceState.SETTLING, "b joins its cluster"));
    }

    @Test
    void clocksAreSkewedOnlyWhereTheDifferenceIsProven() {
        assertThat(clocks(Duration.ZERO, Duration.ofMillis(2400), Duration.ZERO))
                .isEmpty();
        assertThat(clocks(Duration.ofMillis(-1300), Duration.ofMillis(1300), Duration.ofMillis(20)))
                .containsExactly(new Condition(SourceState.SKEWED, "clocks of a and b differ by about 3 s"));
        assertThat(clocks(Duration.ZERO, Duration.ofMillis(2600), Duration.ofSeconds(1)))
                .isEmpty();
        assertThat(clocks(Duration.ZERO, null, Duration.ZERO)).isEmpty();
    }

    @Test
    void anotherConfigurationOfTheSameVersionIsSaid() {
        MemberReading odd = reading("b", "0.34.2", "receivers: []");
        assertThat(ClusterChecks.of(List.of(answer(reading("a", "0.34.2", "")), answer(odd))))
                .containsExactly(new Condition(SourceState.PARTIAL, "configuration differs between members: a, b"));
    }

    @Test
    void anotherVersionWritesItsConfigurationDifferently() {
        MemberReading old = reading("b", "0.25.0", "receivers: []");
        assertThat(ClusterChecks.of(List.of(answer(reading("a", "0.34.2", "")), answer(old))))
                .isEmpty();
    }

    private static List<Condition> clocks(Duration one, @Nullable Duration other, Duration roundTrip) {
        return ClusterChecks.of(List.of(
                answer(member("a", roundTrip, "A", "B"), one), answer(member("b", roundTrip, "B", "A"), other)));
    }

    private static List<Condition> check(MemberReading... members) {
        return ClusterChecks.of(
                List.of(members).stream().map(ClusterChecksTests::answer).toList());
    }

    private static MemberReading reading(String name, String version, String config) {
        return new MemberReading(
                new MemberAnswer(name, version, Instant.EPOCH, "ready", List.of(), config, List.of(), List.of()),
                name,
                List.of("a", "b"),
                Duration.ZERO);
    }

    private static MemberReading member(String name, Duration roundTrip, String peerName, String other) {
        MemberReading member = member(name, "ready", peerName, other);
        return new MemberReading(member.answer(), member.peerName(), member.peerNames(), roundTrip);
    }

    private static MemberReading member(String name, String status, String peerName, String... others) {
        return new MemberReading(
                new MemberAnswer(name, "0.34.2", Instant.EPOCH, status, List.of(), "", List.of(), List.of()),
                peerName,
                List.of(others),
                Duration.ZERO);
    }

    private static Fetched.Answer<MemberReading> answer(MemberReading member) {
        return answer(member, null);
    }

    private static Fetched.Answer<MemberReading> answer(MemberReading member, @Nullable Duration skew) {
        return new Fetched.Answer<>(member, new Contact("", "", Duration.ZERO, skew, null, List.of()));
    }
}
