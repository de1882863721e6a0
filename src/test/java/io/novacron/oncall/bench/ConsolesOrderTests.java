package io.novacron.oncall.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.novacron.oncall.bench.ConsoleRun.Deed;
import io.novacron.oncall.bench.MembersReader.Active;
import io.novacron.oncall.bench.MembersReader.Round;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The judge of the consoles sees what it is there to see. */
class ConsolesOrderTests {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    @Test
    void oneAcknowledgementWithEveryNameIsInOrder() {
        List<Deed> deeds = List.of(deed("ack", "ana", 0, 2, "s1"), deed("ack", "ben", 3, 5, "s1"));
        assertThat(faults(deeds, List.of(ack("s1", "u1", "ana", "ben")), List.of(ack("s1", "u1", "ana", "ben"))))
                .isEmpty();
    }

    @Test
    void twoOfOneIdOrOfOneAlertAreSeen() {
        List<Active> two = List.of(ack("s1", "u1", "ana"), ack("s2", "u1", "ana"));
        assertThat(faults(List.of(), two, two))
                .anyMatch(fault -> fault.startsWith("two active silences of u1"))
                .anyMatch(fault -> fault.startsWith("two acknowledgements of f"));
    }

    @Test
    void aMemberThatSaysSomethingElseOrNothingIsSeen() {
        assertThat(faults(List.of(), List.of(ack("s1", "u1", "ana")), List.of()))
                .anyMatch(fault -> fault.startsWith("the members disagree"));
        assertThat(faults(List.of(), Map.of("m1", List.of()))).anyMatch(fault -> fault.startsWith("only"));
    }

    @Test
    void aNameThatIsNoLongerThereIsSeenUnlessItWasGivenBack() {
        List<Active> bens = List.of(ack("s1", "u1", "ben"));
        Deed ana = deed("ack", "ana", 3, 5, "s1");
        assertThat(faults(List.of(ana), bens, bens)).anyMatch(fault -> fault.startsWith("ana lost on f"));
        assertThat(faults(List.of(ana, deed("unack", "ben", 4, 6, "s1"), deed("ack", "ben", 4, 7, "s1")), bens, bens))
                .isEmpty();
        assertThat(faults(List.of(ana, cut("unack", "ben", 4, 6)), bens, bens)).isEmpty();
    }

    @Test
    void anUnAcknowledgementThatDidNotLastIsSeen() {
        List<Active> still = List.of(ack("s1", "u1", "ana"));
        List<Deed> deeds = List.of(deed("ack", "ana", 0, 2, "s1"), deed("unack", "ben", 3, 5, "s1"));
        assertThat(faults(deeds, still, still))
                .anyMatch(fault -> fault.contains("active again: silence s1"))
                .anyMatch(fault -> fault.startsWith("given back at"));
        List<Active> again = List.of(ack("s2", "u2", "ana"));
        assertThat(faults(List.of(deeds.getFirst(), deeds.getLast(), cut("ack", "ana", 4, 9)), again, again))
                .isEmpty();
    }

    private static List<String> faults(List<Deed> deeds, List<Active> first, List<Active> second) {
        return faults(deeds, Map.of("m1", first, "m2", second));
    }

    private static List<String> faults(List<Deed> deeds, Map<String, List<Active>> byMember) {
        Round round = new Round(NOON.plusSeconds(60), NOON.plusSeconds(61), byMember);
        return ConsolesOrder.faults(round, 2, deeds);
    }

    private static Active ack(String id, String uuid, String... names) {
        return new Active(id, uuid, Set.of("f"), Set.of(names));
    }

    private static Deed deed(String what, String who, int start, int end, String silence) {
        return new Deed(NOON.plusSeconds(start), NOON.plusSeconds(end), what, "f", "EFFECTIVE", silence, who);
    }

    private static Deed cut(String what, String who, int start, int end) {
        return new Deed(NOON.plusSeconds(start), NOON.plusSeconds(end), what, "f", "", "", who);
    }
}
