package io.novacron.oncall.demo.metric.signal;

/** The value of one series at any time, in epoch seconds: a pure function. */
@FunctionalInterface
public interface Signal {

    double at(double time);

    /** The same value at all times. */
    static Signal of(double value) {
        return _ -> value;
    }

    /** The same count of whole things at all times. */
    static Signal of(long value) {
        return of((double) value);
    }

    /** Never less than {@code least} nor more than {@code most}. */
    default Signal within(double least, double most) {
        return time -> Math.clamp(at(time), least, most);
    }

    default Signal times(double factor) {
        return time -> factor * at(time);
    }

    default Signal times(long factor) {
        return times((double) factor);
    }

    default Signal plus(Signal other) {
        return time -> at(time) + other.at(time);
    }

    /** Whole units only. */
    default Signal floor() {
        return time -> Math.floor(at(time));
    }
}
