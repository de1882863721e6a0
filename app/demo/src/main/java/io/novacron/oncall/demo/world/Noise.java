package io.novacron.oncall.demo.world;

/** Smooth noise that anybody can compute for any time, from a key alone. */
public final class Noise {

    private Noise() {}

    /**
     * Between -1 and 1, with a new direction every {@code period} seconds; the steepest slope is 3 / {@code period} per second.
     *
     * @param time epoch seconds
     */
    public static double at(long key, double time, double period) {
        double position = time / period;
        long cell = (long) Math.floor(position);
        double share = position - cell;
        double smooth = share * share * (3 - 2 * share);
        double left = unit(key, cell) * 2 - 1;
        double right = unit(key, cell + 1) * 2 - 1;
        return left + (right - left) * smooth;
    }

    /** A number in [0, 1) that belongs to the two, evenly spread. */
    public static double unit(long key, long index) {
        return (mixed(key ^ mixed(index)) >>> 11) * 0x1.0p-53;
    }

    /** Sixty-four well-mixed bits that belong to the two. */
    public static long bits(long key, long index) {
        return mixed(key ^ mixed(index));
    }

    /** A key for a name. */
    public static long key(long seed, String name) {
        long hash = seed;
        for (int i = 0; i < name.length(); i++) {
            hash = mixed(hash ^ name.charAt(i));
        }
        return hash;
    }

    /** The finaliser of SplitMix64 (Steele, Lea and Flood, 2014). */
    private static long mixed(long value) {
        long z = value + 0x9e3779b97f4a7c15L;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
