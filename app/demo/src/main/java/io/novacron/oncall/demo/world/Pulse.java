package io.novacron.oncall.demo.world;

import java.time.Duration;

/** A level over time: it rises in a straight line, stays, and falls. Times are epoch seconds; the end may be infinite. */
record Pulse(double from, double full, double fall, double end, double height) {

    static Pulse of(Incident incident, Effect effect) {
        double from = seconds(incident, effect.onset());
        double ramp = effect.ramp().toMillis() / 1e3;
        double stop = incident.end() == null
                ? Double.POSITIVE_INFINITY
                : incident.end().toEpochMilli() / 1e3;
        if (effect.lasts() != null) {
            stop = Math.min(stop, from + effect.lasts().toMillis() / 1e3);
        }
        if (stop <= from) {
            return new Pulse(from, from, from, from, 0);
        }
        double full = Math.min(from + ramp, stop);
        double height = ramp == 0 ? effect.magnitude() : effect.magnitude() * (full - from) / ramp;
        return new Pulse(from, full, stop, stop + ramp, height);
    }

    double at(double time) {
        if (time < from || time >= end) {
            return 0;
        }
        if (time < full) {
            return height * (time - from) / (full - from);
        }
        return time < fall ? height : height * (end - time) / (end - fall);
    }

    /** The integral of the level up to {@code time}. */
    double until(double time) {
        if (time <= from) {
            return 0;
        }
        double rise = Math.min(time, full) - from;
        double sum = full > from ? height * rise * rise / (2 * (full - from)) : 0;
        if (time > full) {
            sum += height * (Math.min(time, fall) - full);
        }
        if (time > fall && end > fall) {
            double left = end - Math.min(time, end);
            sum += height * (end - fall) / 2 - height * left * left / (2 * (end - fall));
        }
        return sum;
    }

    private static double seconds(Incident incident, Duration onset) {
        return incident.start().plus(onset).toEpochMilli() / 1e3;
    }
}
