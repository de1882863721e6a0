package io.novacron.oncall.demo.log;

import io.novacron.oncall.demo.world.Noise;
import java.util.HexFormat;
import java.util.List;

/** What is left to chance about one line: every question has its own answer, and always the same. */
record Dice(long key) {

    /** In [0, 1). */
    double unit(int question) {
        return Noise.unit(key, question);
    }

    /** From {@code least} to {@code most}, both included. */
    long between(int question, long least, long most) {
        return least + (long) (unit(question) * (most - least + 1));
    }

    <T> T pick(int question, List<T> among) {
        return among.get((int) (unit(question) * among.size()));
    }

    String hex(int question) {
        return HexFormat.of().toHexDigits(Noise.bits(key, question));
    }
}
