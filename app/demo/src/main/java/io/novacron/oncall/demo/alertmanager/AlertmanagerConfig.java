package io.novacron.oncall.demo.alertmanager;

import io.novacron.oncall.demo.alertmanager.config.ConfigException;
import io.novacron.oncall.demo.alertmanager.config.ConfigReader;
import io.novacron.oncall.demo.alertmanager.config.InhibitRule;
import io.novacron.oncall.demo.alertmanager.config.Receiver;
import io.novacron.oncall.demo.alertmanager.config.Route;
import io.novacron.oncall.demo.alertmanager.config.TimeInterval;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * An ordinary {@code alertmanager.yml}, read.
 *
 * @param original the text, as the status API shows it
 * @param receivers by name, in their order
 * @param intervals by name
 */
public record AlertmanagerConfig(
        String original,
        Duration resolveTimeout,
        Route root,
        Map<String, Receiver> receivers,
        List<InhibitRule> inhibitRules,
        Map<String, List<TimeInterval>> intervals) {

    private static final String SHIPPED = "/io/novacron/oncall/demo/alertmanager.yml";

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
     * @throws ConfigException where Alertmanager refuses the text, or where it asks for what the estate does not do
     */
    public static AlertmanagerConfig parse(String yaml) {
        ConfigReader reader = ConfigReader.of(yaml);
        return new AlertmanagerConfig(
                yaml,
                reader.resolveTimeout(),
                reader.root(),
                reader.receivers(),
                reader.inhibitRules(),
                reader.intervals());
    }

    /** Every receiver that a route names is there. */
    Receiver receiver(String name) {
        return Objects.requireNonNull(receivers.get(name));
    }
}
