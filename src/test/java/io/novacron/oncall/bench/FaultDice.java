package io.novacron.oncall.bench;

import io.novacron.oncall.fault.Fault;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Chooses faults by a seed and counts them. Writes meet many, reads few, and reads never stall. Any thread. */
final class FaultDice {

    private static final List<Fault> READS =
            List.of(Fault.RESET_LOST, Fault.ERROR_LOST, Fault.CUT_BODY, Fault.CUT_HEAD, Fault.SLICED);
    private static final double ON_READS = 0.01;

    private final Random random;
    private final Map<Fault.Kind, Integer> thrown = new EnumMap<>(Fault.Kind.class);
    private double eachKind;
    private double stalls;

    /**
     * @param eachKind share of the writes that meet a given kind of fault
     * @param stalls the same for stalls, which take seconds
     */
    FaultDice(long seed, double eachKind, double stalls) {
        random = new Random(seed);
        this.eachKind = eachKind;
        this.stalls = stalls;
    }

    /** No fault any more. */
    synchronized void rest() {
        eachKind = 0;
        stalls = 0;
    }

    synchronized Map<Fault.Kind, Integer> thrown() {
        return Map.copyOf(thrown);
    }

    /** The fault for the request of this first line. */
    synchronized Fault of(String line) {
        boolean write = line.startsWith("POST /api/v2/silences") || line.startsWith("DELETE ");
        if (!write) {
            boolean odd = eachKind > 0 && random.nextDouble() < ON_READS;
            return odd ? READS.get(random.nextInt(READS.size())) : Fault.NONE;
        }
        double at = random.nextDouble();
        for (Fault.Kind kind : Fault.Kind.values()) {
            double share = kind == Fault.Kind.NONE ? 0 : kind == Fault.Kind.STALL ? stalls : eachKind;
            if (at < share) {
                thrown.merge(kind, 1, Integer::sum);
                List<Fault> ofKind = List.of(Fault.values()).stream()
                        .filter(fault -> fault.kind() == kind)
                        .toList();
                return ofKind.get(random.nextInt(ofKind.size()));
            }
            at -= share;
        }
        return Fault.NONE;
    }
}
