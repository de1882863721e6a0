package io.novacron.oncall.demo.metric.signal;

/** How much of what happens at a {@link Tempo} is of one kind, added up in closed form. */
final class Accrual {

    private final Tempo tempo;
    private final double before;
    private final double[] first;
    private final double[] slope;
    private final double[] sums;

    /** @param share of all that happens; a straight line between cuts of the tempo, and constant before the first and after the last */
    Accrual(Tempo tempo, Signal share) {
        this.tempo = tempo;
        double[] cuts = tempo.cuts();
        before = share.at(cuts.length == 0 ? 0 : Math.nextDown(cuts[0]));
        first = tempo.firsts(share);
        slope = tempo.slopes(share, first);
        sums = new double[cuts.length];
        if (cuts.length > 0) {
            sums[0] = before * tempo.before(cuts[0]);
        }
        for (int i = 1; i < cuts.length; i++) {
            sums[i] = sums[i - 1] + part(i - 1, cuts[i]);
        }
    }

    /** How much since 1970, as if everything had always been there: only differences mean something. */
    double until(double time) {
        int cut = tempo.segment(time);
        if (cut >= 0) {
            return sums[cut] + part(cut, time);
        }
        return before * tempo.before(time);
    }

    private double part(int cut, double time) {
        double even = first[cut] * tempo.since(cut, time);
        return slope[cut] == 0 ? even : even + slope[cut] * tempo.moment(cut, time);
    }
}
