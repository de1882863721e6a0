package io.novacron.oncall.demo.world;

/**
 * When a process was last started: by the deployments of its service, every few days at an hour of their own, and by what
 * incidents did; one that was down starts anew when it comes back. Times are epoch seconds.
 */
public final class Starts {

    private static final double DAY = 86_400;
    /** Replicas are replaced one after the other. */
    private static final double STAGGER = 60;

    private final double every;
    private final double phase;
    private final Pulses deploys;
    private final Pulses restarts;
    private final Pulses downs;

    Starts(long serviceKey, int ordinal, Pulses deploys, Pulses restarts, Pulses downs) {
        every = Math.rint(4 + 5 * Noise.unit(serviceKey, 0)) * DAY;
        phase = Math.floor(Noise.unit(serviceKey, 1) * every) + ordinal * STAGGER;
        this.deploys = deploys;
        this.restarts = restarts;
        this.downs = downs;
    }

    /** The newest start that is not after {@code time}. */
    public double before(double time) {
        double planned = Math.floor((time - phase) / every) * every + phase;
        double upset = Math.max(restarts.newestTurn(time, false), downs.newestTurn(time, true));
        return Math.max(planned, Math.max(deploys.newestTurn(time, true), upset));
    }

    /** The version that runs at {@code time}: {@code 2.14.0}, or {@code 2.15.0-rc1} while an incident's deployment is out. */
    public String version(double time) {
        long release = (long) Math.floor((time - phase) / every) % 100;
        return candidate(time) ? "2." + (release + 1) + ".0-rc1" : "2." + release + ".0";
    }

    /** True while an incident's deployment is out. */
    public boolean candidate(double time) {
        return deploys.at(time) > 0;
    }
}
