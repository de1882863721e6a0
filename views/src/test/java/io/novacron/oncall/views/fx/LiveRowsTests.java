package io.novacron.oncall.views.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import javafx.collections.ListChangeListener;
import org.junit.jupiter.api.Test;

class LiveRowsTests {
    private final LiveRows<String> rows = new LiveRows<>();
    private final List<String> told = new ArrayList<>();

    private void listen() {
        rows.addListener((ListChangeListener<String>) change -> {
            while (change.next()) {
                if (change.wasUpdated()) {
                    told.add("updated " + change.getFrom() + "-" + change.getTo());
                } else if (change.wasReplaced()) {
                    told.add("replaced");
                } else if (change.wasAdded()) {
                    told.add("added " + change.getAddedSubList());
                } else {
                    told.add("removed " + change.getRemoved());
                }
            }
        });
    }

    @Test
    void theVeryObjectsOfBeforeAreNoChange() {
        rows.show(List.of("a", "b"));
        listen();
        rows.show(List.of("a", "b"));
        assertThat(told).isEmpty();
    }

    @Test
    void otherObjectsAreToldByTheirPlacesAndNeverAsReplaced() {
        rows.show(List.of("a", "b", "c", "d"));
        listen();
        rows.show(List.of("a", "x", "y", "d"));
        assertThat(rows).containsExactly("a", "x", "y", "d");
        assertThat(told).containsExactly("updated 1-3");
    }

    @Test
    void moreRowsAreAddedAtTheEndAndFewerAreRemovedThere() {
        rows.show(List.of("a", "b"));
        listen();
        rows.show(List.of("a", "b", "c"));
        rows.show(List.of("a"));
        assertThat(told).containsExactly("added [c]", "removed [b, c]");
    }

    @Test
    void whoeverFollowsTheChangesHasTheSameRows() {
        long seed = ThreadLocalRandom.current().nextLong();
        var random = new SplittableRandom(seed);
        var copy = new ArrayList<String>();
        rows.addListener((ListChangeListener<String>) change -> {
            while (change.next()) {
                if (change.wasUpdated()) {
                    for (int i = change.getFrom(); i < change.getTo(); i++) {
                        copy.set(i, change.getList().get(i));
                    }
                } else {
                    copy.subList(change.getFrom(), change.getFrom() + change.getRemovedSize())
                            .clear();
                    copy.addAll(change.getFrom(), change.getAddedSubList());
                }
            }
        });
        for (int round = 0; round < 200; round++) {
            List<String> next = some(random);
            rows.show(next);
            assertThat(copy).as("seed %d, round %d", seed, round).isEqualTo(next);
        }
    }

    private static List<String> some(RandomGenerator random) {
        return IntStream.range(0, random.nextInt(12))
                .mapToObj(i -> Integer.toString(random.nextInt(5)))
                .toList();
    }
}
