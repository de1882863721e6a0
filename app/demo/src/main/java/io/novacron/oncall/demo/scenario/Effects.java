package io.novacron.oncall.demo.scenario;

import io.novacron.oncall.demo.platform.Service;
import io.novacron.oncall.demo.world.Aspect;
import io.novacron.oncall.demo.world.Effect;
import io.novacron.oncall.demo.world.Place;
import java.time.Duration;

/** How scenarios write down their effects; times are seconds. */
final class Effects {

    private Effects() {}

    static Effect effect(Aspect aspect, Place place, double magnitude, int onset, int ramp) {
        return new Effect(aspect, place, magnitude, Duration.ofSeconds(onset), Duration.ofSeconds(ramp));
    }

    /** One process of a service; {@code node} is the one it runs on. */
    static Place process(String cluster, Service service, String node) {
        return new Place(cluster, service, node);
    }
}
