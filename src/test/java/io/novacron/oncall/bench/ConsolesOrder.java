package io.novacron.oncall.bench;

import io.novacron.oncall.bench.ConsoleRun.Deed;
import io.novacron.oncall.bench.MembersReader.Active;
import io.novacron.oncall.bench.MembersReader.Round;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What is out of order on the members, held against what the consoles said they did. Pure. */
final class ConsolesOrder {

    private ConsolesOrder() {}

    /** In words; nothing where all is well. */
    static List<String> faults(Round round, int members, List<Deed> deeds) {
        List<String> faults = new ArrayList<>();
        if (round.byMember().size() < members) {
            faults.add("only " + round.byMember().keySet() + " answered");
        }
        Map<String, Map<String, Set<String>>> names = new TreeMap<>();
        round.byMember().forEach((member, active) -> names.put(member, names(member, active, faults)));
        if (names.values().stream().distinct().count() > 1) {
            faults.add("the members disagree: " + names);
        }
        Map<String, Set<String>> agreed = names.values().stream().findFirst().orElse(Map.of());
        Set<String> ids = new HashSet<>();
        round.byMember().values().forEach(active -> active.forEach(one -> ids.add(one.id())));
        deeds.stream()
                .filter(deed -> deed.effective("unack") && ids.contains(deed.silenceId()))
                .filter(unack -> round.begun().isAfter(unack.end()))
                .filter(unack -> deeds.stream()
                        .noneMatch(ack -> ack.what().equals("ack")
                                && ack.end().isAfter(unack.start())
                                && (ack.silenceId().isEmpty() || ack.silenceId().equals(unack.silenceId()))))
                .forEach(unack -> faults.add("un-acknowledged at " + unack.end() + " by " + unack.who()
                        + " and active again: silence " + unack.silenceId() + " of " + unack.fingerprint()));
        faults.addAll(against(deeds, agreed));
        return faults;
    }

    private static Map<String, Set<String>> names(String member, List<Active> active, List<String> faults) {
        Map<String, Set<String>> names = new TreeMap<>();
        Set<String> uuids = new HashSet<>();
        for (Active silence : active) {
            if (!uuids.add(silence.uuid())) {
                faults.add("two active silences of " + silence.uuid() + " on " + member);
            }
            for (String fingerprint : silence.fingerprints()) {
                if (names.put(fingerprint, silence.names()) != null) {
                    faults.add("two acknowledgements of " + fingerprint + " on " + member);
                }
            }
        }
        return names;
    }

    /** What the last deeds left behind, where it is clear which was the last. */
    private static List<String> against(List<Deed> deeds, Map<String, Set<String>> names) {
        List<String> faults = new ArrayList<>();
        Map<String, List<Deed>> byAlert = new TreeMap<>();
        deeds.stream()
                .filter(deed -> deed.what().endsWith("ack"))
                .forEach(deed -> byAlert.computeIfAbsent(deed.fingerprint(), any -> new ArrayList<>())
                        .add(deed));
        byAlert.forEach((fingerprint, all) -> {
            Set<String> owners = names.getOrDefault(fingerprint, Set.of());
            Instant given = all.stream()
                    .filter(deed -> deed.what().equals("unack"))
                    .map(Deed::end)
                    .max(Comparator.naturalOrder())
                    .orElse(Instant.EPOCH);
            all.stream()
                    .filter(deed -> deed.effective("ack") && deed.start().isAfter(given))
                    .filter(deed -> !owners.contains(deed.who()))
                    .forEach(deed -> faults.add(deed.who() + " lost on " + fingerprint + ", which has " + owners));
            all.stream()
                    .filter(deed -> deed.effective("unack"))
                    .max(Comparator.comparing(Deed::start))
                    .filter(last -> !owners.isEmpty())
                    .filter(last -> all.stream()
                            .noneMatch(deed ->
                                    deed.what().equals("ack") && deed.end().isAfter(last.start())))
                    .ifPresent(last -> faults.add("given back at " + last.end() + " and acknowledged all the same: "
                            + fingerprint + " by " + owners));
        });
        return faults;
    }
}
