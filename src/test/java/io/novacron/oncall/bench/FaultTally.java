package io.novacron.oncall.bench;

import io.novacron.oncall.bench.WriteWorker.Deed;
import io.novacron.oncall.core.action.Outcome;
import io.novacron.oncall.fault.Fault;
import java.util.EnumMap;
import java.util.Map;

/** Verdicts of several rounds, added up. */
final class FaultTally {

    private final Map<Deed, Integer> writes = new EnumMap<>(Deed.class);
    private final Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
    private final Map<Fault.Kind, Integer> faults = new EnumMap<>(Fault.Kind.class);
    private int duplicates;
    private int unknown;
    private int lies;

    void add(WriteProof.Verdict verdict, Map<Fault.Kind, Integer> thrown) {
        verdict.writes().forEach((deed, count) -> writes.merge(deed, count, Integer::sum));
        verdict.outcomes().forEach((outcome, count) -> outcomes.merge(outcome, count, Integer::sum));
        thrown.forEach((kind, count) -> faults.merge(kind, count, Integer::sum));
        duplicates += verdict.duplicates().size();
        unknown += verdict.unknown().size();
        lies += verdict.lies().size();
    }

    int written() {
        return writes.values().stream().mapToInt(Integer::intValue).sum();
    }

    int writes(Deed deed) {
        return writes.getOrDefault(deed, 0);
    }

    int faults(Fault.Kind kind) {
        return faults.getOrDefault(kind, 0);
    }

    int duplicates() {
        return duplicates;
    }

    int unknown() {
        return unknown;
    }

    int lies() {
        return lies;
    }

    @Override
    public String toString() {
        return written() + " writes " + writes + ", outcomes " + outcomes + ", faults " + faults + ", " + duplicates
                + " duplicates, " + unknown + " unknown, " + lies + " contradicted";
    }
}
