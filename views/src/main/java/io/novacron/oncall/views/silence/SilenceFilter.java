package io.novacron.oncall.views.silence;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// What the list of silences is narrowed to. Pure.
///
/// @param words all of them must stand somewhere in the row
/// @param chips all of them must hold; of several states one must
record SilenceFilter(List<String> words, Set<Chip> chips) {
    /// A choice above the list.
    enum Chip {
        ACTIVE("Active"),
        PENDING("Pending"),
        EXPIRED("Expired"),
        SILENCES("No acks"),
        MINE("Mine"),
        UNMATCHED("Unmatched"),
        ENDING("Ends in 30 min");

        private final String title;

        Chip(String title) {
            this.title = title;
        }

        String title() {
            return title;
        }
    }

    private static final Set<Chip> STATES = EnumSet.of(Chip.ACTIVE, Chip.PENDING, Chip.EXPIRED);

    /// What is in force and to come.
    static final SilenceFilter BEGIN = new SilenceFilter(List.of(), EnumSet.of(Chip.ACTIVE, Chip.PENDING));

    SilenceFilter {
        words = List.copyOf(words);
        chips = Set.copyOf(chips);
    }

    static SilenceFilter of(String search, Set<Chip> chips) {
        List<String> words = List.of(search.toLowerCase(Locale.ROOT).strip().split("\\s+", -1)).stream()
                .filter(word -> !word.isEmpty())
                .toList();
        return new SilenceFilter(words, chips);
    }

    boolean keeps(SilenceRow row, Instant now) {
        return state(row)
                && chips.stream().allMatch(chip -> holds(chip, row, now))
                && words.stream().allMatch(word -> text(row).contains(word));
    }

    private boolean state(SilenceRow row) {
        Chip own = switch (row.state()) {
            case ACTIVE -> Chip.ACTIVE;
            case PENDING -> Chip.PENDING;
            case EXPIRED -> Chip.EXPIRED;
        };
        return chips.stream().noneMatch(STATES::contains) || chips.contains(own);
    }

    private static boolean holds(Chip chip, SilenceRow row, Instant now) {
        return switch (chip) {
            case ACTIVE, PENDING, EXPIRED -> true;
            case SILENCES -> !row.ack();
            case MINE -> row.mine();
            case UNMATCHED -> row.unmatched();
            case ENDING -> row.endsSoon(now);
        };
    }

    private static String text(SilenceRow row) {
        return String.join(
                        "\n",
                        row.matchers(),
                        row.owner(),
                        row.reason(),
                        row.note(),
                        row.id().cluster(),
                        row.id().silence())
                .toLowerCase(Locale.ROOT);
    }
}
