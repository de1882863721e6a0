package io.novacron.oncall.core.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RoutingBookTests {

    private static final String A = "{route: {receiver: a}, receivers: [{name: a}]}";
    private static final String B = "{route: {receiver: b}, receivers: [{name: b}]}";

    private final RoutingBook book = new RoutingBook();

    @Test
    void aConfigurationIsReadOnceAndAgainWhenItChanges() {
        RoutingReading first = book.of("eu", List.of(A));
        assertThat(book.of("eu", List.of(A))).isSameAs(first);
        assertThat(book.of("eu", List.of(B))).isNotEqualTo(first);
    }

    @Test
    void membersThatDisagreeAreSaid() {
        assertThat(book.of("eu", List.of(A, B))).isInstanceOfSatisfying(RoutingReading.Known.class, known -> {
            assertThat(known.disputed()).isTrue();
            assertThat(known.routing().receivers()).containsOnlyKeys("a");
        });
    }

    @Test
    void whatIsNotShownOrCannotBeReadIsUnknownWithTheReason() {
        assertThat(book.of("eu", List.of()))
                .isEqualTo(new RoutingReading.Unknown(
                        "No member of eu has shown its configuration; who is told is not known."));
        assertThat(book.of("eu", List.of("route: [")))
                .isInstanceOfSatisfying(
                        RoutingReading.Unknown.class,
                        unknown -> assertThat(unknown.sentence()).contains("eu", "no YAML"));
    }
}
