package io.novacron.oncall.demo.alertmanager;

import io.novacron.oncall.core.routing.ConfigException;
import io.novacron.oncall.core.routing.Integration;
import io.novacron.oncall.core.routing.Receiver;
import io.novacron.oncall.core.routing.Routing;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * An ordinary {@code alertmanager.yml}, read.
 *
 * @param original the text, as the status API shows it
 */
public record AlertmanagerConfig(String original, Routing routing) {

    private static final String SHIPPED = "/io/novacron/oncall/demo/alertmanager.yml";
    private static final Set<String> DONE_HERE = Set.of("webhook", "email", "pagerduty", "slack", "sns");

    /** NovaCron's own: who is told of what, after the mission's Alert Routing. */
    public static AlertmanagerConfig shipped() {
        try (InputStream resource = AlertmanagerConfig.class.getResourceAsStream(SHIPPED)) {
            if (resource == null) {
                throw new IllegalStateException("the estate was built without " + SHIPPED + "; build it again");
            }
            return parse(new String(resource.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + SHIPPED, e);
        }
    }

    /**
     * Reads a whole configuration.
     *
     * @throws IllegalArgumentException where Alertmanager refuses the text, or where it asks for what the estate does not
     *     do; the message says what
     */
    public static AlertmanagerConfig parse(String yaml) {
        try {
            Routing routing = Routing.of(yaml);
            if (!routing.notes().isEmpty()) {
                throw new IllegalArgumentException(String.join("; ", routing.notes()));
            }
            routing.receivers().values().forEach(AlertmanagerConfig::refuseOthers);
            return new AlertmanagerConfig(yaml, routing);
        } catch (ConfigException e) {
            throw new IllegalArgumentException(e.sentence(), e);
        }
    }

    private static void refuseOthers(Receiver receiver) {
        for (Integration integration : receiver.integrations()) {
            if (!DONE_HERE.contains(integration.kind())) {
                throw new IllegalArgumentException("The receiver " + receiver.name() + " has " + integration.kind()
                        + "_configs, which the estate does not do; it does " + DONE_HERE + ".");
            }
        }
    }
}
