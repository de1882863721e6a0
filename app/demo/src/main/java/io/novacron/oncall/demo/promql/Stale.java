package io.novacron.oncall.demo.promql;

/** Prometheus' staleness marker: a NaN of its own bits, told apart by them alone. */
public final class Stale {

    private static final long BITS = 0x7ff0000000000002L;

    public static final double MARKER = Double.longBitsToDouble(BITS);

    private Stale() {}

    public static boolean is(double value) {
        return Double.doubleToRawLongBits(value) == BITS;
    }
}
