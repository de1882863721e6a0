package io.novacron.oncall.core.settings;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Keeps {@link DeskState} over the end of the program, and filters in files to hand on. Blocking; any thread. */
public interface StateStore {

    /**
     * What was kept last.
     *
     * @param doubt one sentence where it could not be read and something older or nothing stands in its place, else empty
     */
    record Kept(DeskState state, String doubt) {}

    /** Never fails: without a readable state the console starts as it was made, and says so. */
    Kept load();

    void save(DeskState state) throws IOException;

    /**
     * Filters from a file that somebody handed on.
     *
     * @throws IOException with one sentence for the operator where the file holds none
     */
    List<SavedFilter> readFilters(Path file) throws IOException;

    void writeFilters(Path file, List<SavedFilter> filters) throws IOException;
}
