package io.novacron.oncall.demo.world;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One change that an incident makes: it begins {@code onset} after the incident, grows in a straight line for {@code ramp} to
 * {@code magnitude} (in the unit of its aspect), and when the incident ends it goes back in the same time.
 *
 * @param lasts how long after its beginning it goes back by itself; null for as long as the incident
 */
public record Effect(
        Aspect aspect,
        Place place,
        double magnitude,
        Duration onset,
        Duration ramp,
        @Nullable Duration lasts) {

    public Effect(Aspect aspect, Place place, double magnitude, Duration onset, Duration ramp) {
        this(aspect, place, magnitude, onset, ramp, null);
    }

    Effect at(Aspect other, Place elsewhere, double level) {
        return new Effect(other, elsewhere, level, onset, ramp, lasts);
    }
}
