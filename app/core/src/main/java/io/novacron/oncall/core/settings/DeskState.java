package io.novacron.oncall.core.settings;

import java.util.List;

/** What the console remembers of how it was left, apart from the configuration, which the operator alone writes. */
public record DeskState(TableState alerts, List<SavedFilter> filters) {

    public static final DeskState AS_MADE = new DeskState(TableState.AS_MADE, List.of());

    public DeskState {
        filters = List.copyOf(filters);
    }
}
