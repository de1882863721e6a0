package io.novacron.oncall.demo.operation;

import io.novacron.oncall.demo.world.Noise;
import java.util.HexFormat;
import java.util.Locale;
import java.util.OptionalLong;

/**
 * Trace ids that say which operation they are of, to those who know the seed, so that none has to be stored. The lower half is
 * the operation's place in time, mixed beyond recognition; the upper half proves that the lower one is ours.
 */
final class OperationIds {

    private static final long FIRST = 0xff51afd7ed558ccdL;
    private static final long SECOND = 0xc4ceb9fe1a85ec53L;
    private static final int DIGITS = 32;

    private final long key;

    OperationIds(long seed) {
        key = Noise.key(seed, "trace ids");
    }

    String id(long place) {
        long low = mixed(place ^ key);
        return HexFormat.of().toHexDigits(Noise.bits(key, low)) + HexFormat.of().toHexDigits(low);
    }

    /** The place an id stands for; empty for an id that is not one of ours. Case and missing leading zeros do not matter. */
    OptionalLong place(String id) {
        String bare = id.toLowerCase(Locale.ROOT);
        if (bare.length() > DIGITS || !bare.chars().allMatch(HexFormat::isHexDigit)) {
            return OptionalLong.empty();
        }
        String full = "0".repeat(DIGITS - bare.length()) + bare;
        long low = Long.parseUnsignedLong(full.substring(DIGITS / 2), 16);
        boolean ours = Noise.bits(key, low) == Long.parseUnsignedLong(full.substring(0, DIGITS / 2), 16);
        return ours ? OptionalLong.of(unmixed(low) ^ key) : OptionalLong.empty();
    }

    /** Odd factors and shifts by half the width or more: each step can be undone. */
    private static long mixed(long value) {
        long z = value;
        z = (z ^ (z >>> 33)) * FIRST;
        z = (z ^ (z >>> 33)) * SECOND;
        return z ^ (z >>> 33);
    }

    private static long unmixed(long value) {
        long z = value ^ (value >>> 33);
        z *= inverse(SECOND);
        z ^= z >>> 33;
        z *= inverse(FIRST);
        return z ^ (z >>> 33);
    }

    /** Of an odd number modulo 2^64, by Newton's iteration: each round doubles the number of right bits. */
    private static long inverse(long odd) {
        long inverse = odd;
        for (int round = 0; round < 5; round++) {
            inverse *= 2 - odd * inverse;
        }
        return inverse;
    }
}
