package io.novacron.oncall.core.action;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of an intent. */
public sealed interface ActionResult {

    /** It was tried: one ladder for each silence, each with its own outcome. */
    record Tried(List<Ladder> ladders) implements ActionResult {

        public Tried {
            ladders = List.copyOf(ladders);
        }
    }

    /**
     * A role or a safety rule stood in its way; nothing was written.
     *
     * @param confirm the count to type to go on all the same; null where nothing helps
     */
    record Refused(String why, @Nullable Integer confirm) implements ActionResult {}

    /** The request itself does not hold; nothing was written. */
    record Invalid(String why) implements ActionResult {}
}
