package io.novacron.oncall.core.settings;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Keeps nothing: for a picture, which must not depend on how somebody left the window, and leaves no trace in it. */
public final class ForgetfulStore implements StateStore {

    @Override
    public Kept load() {
        return new Kept(DeskState.AS_MADE, "");
    }

    @Override
    public void save(DeskState state) {
        // as its name says
    }

    @Override
    public List<SavedFilter> readFilters(Path file) throws IOException {
        throw new IOException("no filters are read here");
    }

    @Override
    public void writeFilters(Path file, List<SavedFilter> filters) throws IOException {
        throw new IOException("no filters are written here");
    }
}
