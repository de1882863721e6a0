package io.novacron.oncall.views.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.novacron.oncall.core.alert.Alert;
import io.novacron.oncall.core.settings.Role;
import io.novacron.oncall.core.triage.Categories;
import io.novacron.oncall.core.triage.Field;
import io.novacron.oncall.core.triage.Scene;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PicksTests {
    private static final String NASTY = "a.*|b\\ \"q\" {x} (y) [z] +? ^$ é \n t";

    private final NightShift night = new NightShift(Role.RESPONDER);

    @AfterEach
    void close() {
        night.close();
    }

    @Test
    void aSecondPickOfTheSameValueTakesItAway() {
        Picks picks = Picks.NONE.toggled(Field.Known.STATE, "firing");
        assertThat(picks.text()).isEqualTo("@state=\"firing\"");
        assertThat(picks.toggled(Field.Known.STATE, "firing")).isEqualTo(Picks.NONE);
        assertThat(picks.toggled(Field.Known.STATE, "muted").text()).isEqualTo("@state=~\"firing|muted\"");
    }

    @Test
    void nothingIsAValueThatCanBePicked() {
        assertThat(Picks.NONE.toggled(Field.Known.OWNER, "").text()).isEqualTo("@owner=\"\"");
    }

    @Test
    void whateverAValueIsItIsPickedLiterallyAndNothingElseIs() {
        long seed = 20_261_122;
        var random = new Random(seed);
        for (int i = 0; i < 300; i++) {
            String value = some(random);
            String other = some(random);
            var field = new Field.Label(i % 2 == 0 ? "team" : "o dd\"name");
            Picks picks = Picks.NONE.toggled(field, value).toggled(field, "plain");
            assertThat(passes(picks, field, value))
                    .as("seed %d, %s", seed, value)
                    .isTrue();
            assertThat(passes(picks, field, "plain"))
                    .as("seed %d, %s", seed, value)
                    .isTrue();
            if (!other.equals(value)) {
                assertThat(passes(picks, field, other))
                        .as("seed %d, %s for %s", seed, other, value)
                        .isFalse();
                Picks one = Picks.NONE.toggled(field, value);
                assertThat(passes(one, field, other))
                        .as("seed %d, %s for %s", seed, other, value)
                        .isFalse();
            }
        }
    }

    private static String some(Random random) {
        var text = new StringBuilder("v");
        for (int i = random.nextInt(6); i >= 0; i--) {
            text.append(NASTY.charAt(random.nextInt(NASTY.length())));
        }
        return text.toString();
    }

    private boolean passes(Picks picks, Field.Label field, String value) {
        var labels = new TreeMap<>(Map.of("alertname", "A", field.name(), value));
        night.eu.alerts(List.of(NightShift.held(labels, "", NightShift.NOW)));
        night.poll();
        Alert alert = night.monitor.alerts().alerts().getFirst();
        return picks.query().matches(alert, new Scene(NightShift.NOW, Categories.DEFAULT, night.monitor.alerts()));
    }
}
