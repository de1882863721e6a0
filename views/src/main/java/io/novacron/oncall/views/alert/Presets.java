package io.novacron.oncall.views.alert;

import io.novacron.oncall.core.settings.SavedFilter;
import io.novacron.oncall.core.settings.TableState;
import io.novacron.oncall.core.triage.Field;
import java.util.List;

/// The filters that every console begins with. Pure.
final class Presets {
    private Presets() {}

    /// @param operator the name under which one acknowledges
    static List<SavedFilter> of(String operator) {
        return List.of(
                preset("All, worst first", "", "", ""),
                preset("Firing, nobody on it", "@state=firing", "", ""),
                preset("Acknowledged, oldest first", "@state=acknowledged", Field.Known.ACKED.text(), ""),
                preset("Mine", Picks.NONE.toggled(Field.Known.OWNER, operator).text(), "", ""),
                preset("By service", "", "", "service"),
                preset("By category", "", "", Field.Known.CATEGORY.text()));
    }

    private static SavedFilter preset(String name, String query, String sort, String groupBy) {
        List<String> groups = groupBy.isEmpty() ? List.of() : List.of(groupBy);
        return new SavedFilter(name, query, new TableState(List.of(), sort, false, groups));
    }
}
