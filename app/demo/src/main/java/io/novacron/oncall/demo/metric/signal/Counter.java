package io.novacron.oncall.demo.metric.signal;

import io.novacron.oncall.demo.world.Starts;

/** What a process has counted since it was started. */
public final class Counter implements Signal {

    private final Tempo tempo;
    private final Accrual accrual;
    private final Starts starts;
    private final double rate;
    private Base base = new Base(Double.NaN, 0);

    /** What had happened when the process started: most readers ask again for the same start. */
    private record Base(double start, double amount) {}

    /**
     * @param rate per second at load 1, of everything
     * @param share which part of it is counted here, over time: straight lines between cuts of the tempo
     */
    public Counter(Tempo tempo, Starts starts, double rate, Signal share) {
        this.tempo = tempo;
        this.starts = starts;
        this.rate = rate;
        this.accrual = new Accrual(tempo, share);
    }

    @Override
    public double at(double time) {
        double start = starts.before(time);
        Base known = base;
        if (known.start() != start) {
            known = new Base(start, accrual.until(tempo.counted(start)));
            base = known;
        }
        return rate * Math.max(0, accrual.until(tempo.counted(time)) - known.amount());
    }
}
