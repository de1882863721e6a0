package io.novacron.oncall.demo.metric.signal;

import io.novacron.oncall.demo.world.Noise;

/**
 * A gauge that wanders around 1 by itself.
 *
 * @param key another key is another wave
 * @param width how far it goes in both directions
 * @param period how many seconds until it may turn
 */
public record Wave(long key, double width, double period) implements Signal {

    @Override
    public double at(double time) {
        return 1 + width * (0.7 * Noise.at(key, time, period) + 0.3 * Noise.at(~key, time, period / 7));
    }
}
