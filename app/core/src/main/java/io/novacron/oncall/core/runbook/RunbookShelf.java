package io.novacron.oncall.core.runbook;

import java.util.List;

/** Where runbooks are looked for. Blocking. */
public interface RunbookShelf {

    /** What a look brought. */
    sealed interface Answer {

        record Found(Runbook runbook) implements Answer {}

        /** Every place was read and none holds it. */
        record None() implements Answer {}

        /**
         * A place could not be read, nor is there a copy of it; whether it holds the runbook is not known.
         *
         * @param sentence names the place and the way out
         */
        record Failed(String sentence) implements Answer {}
    }

    /** False where no place is configured. */
    boolean any();

    /** The first of these names that some place holds, whatever its case; names are tried in their order. */
    Answer find(List<String> names);

    /** Makes copies of all places, for the time when they cannot be read. */
    void keep();
}
