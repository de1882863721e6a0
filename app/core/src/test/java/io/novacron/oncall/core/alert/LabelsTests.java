package io.novacron.oncall.core.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LabelsTests {

    private final Labels labels = Labels.of(Map.of("job", "api", "instance", "a", "zone", "1"));

    @Test
    void aMissingLabelEqualsTheEmptyString() {
        assertThat(labels.get("job")).isEqualTo("api");
        assertThat(labels.get("nothing")).isEmpty();
        assertThat(labels.has("nothing")).isFalse();
    }

    @Test
    void labelsAreChosenByName() {
        assertThat(labels.only(Set.of("job", "nothing"))).isEqualTo(Labels.of(Map.of("job", "api")));
        assertThat(labels.without(Set.of("job", "nothing"))).isEqualTo(Labels.of(Map.of("instance", "a", "zone", "1")));
    }

    @Test
    void aLabelIsSetReplacedAndTakenAwayByTheEmptyText() {
        assertThat(labels.with("kind", "x").byName())
                .containsExactly(
                        Map.entry("instance", "a"),
                        Map.entry("job", "api"),
                        Map.entry("kind", "x"),
                        Map.entry("zone", "1"));
        assertThat(labels.with("job", "db").get("job")).isEqualTo("db");
        assertThat(labels.with("job", "")).isEqualTo(labels.without(Set.of("job")));
        assertThat(labels.with("nothing", "")).isEqualTo(labels);
        assertThat(Labels.NONE.with("a", "b")).isEqualTo(Labels.of(Map.of("a", "b")));
    }

    @Test
    void equalLabelsHaveEqualHashesHoweverTheyWereMade() {
        Labels other = Labels.of(Map.of("zone", "1")).with("instance", "a").with("job", "api");
        assertThat(other).isEqualTo(labels).hasSameHashCodeAs(labels).isNotEqualTo(labels.with("job", "b"));
        assertThat(other.toString()).isEqualTo("{instance=a, job=api, zone=1}");
    }

    @Test
    void theOrderIsByNameThenValueThenLength() {
        Labels shorter = Labels.of(Map.of("instance", "a"));
        assertThat(shorter).isLessThan(labels);
        assertThat(labels).isLessThan(labels.with("instance", "b"));
        assertThat(labels).isLessThan(Labels.of(Map.of("job", "")));
    }
}
