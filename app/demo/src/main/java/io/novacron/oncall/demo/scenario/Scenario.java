package io.novacron.oncall.demo.scenario;

import io.novacron.oncall.demo.world.Effect;
import io.novacron.oncall.demo.world.Incident;
import java.time.Instant;
import java.util.List;

/**
 * One scripted incident.
 *
 * @param name as the command line takes it: {@code bad-deploy}
 * @param title what a menu shows; it does not give the cause away
 * @param effects what it does to the world; all signals derive from them
 */
public record Scenario(String name, String title, List<Effect> effects, Truth truth) {

    public Scenario {
        effects = List.copyOf(effects);
    }

    /** One run of it that begins at {@code start} and has no end yet. */
    public Incident begun(Instant start) {
        return new Incident(name, start, null, effects);
    }

    /** The truth sheet as Markdown. */
    public String sheet() {
        return truth.markdown(title, name);
    }
}
