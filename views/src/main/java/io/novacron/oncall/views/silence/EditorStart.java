package io.novacron.oncall.views.silence;

import io.novacron.oncall.core.alert.Alert;
import io.novacron.oncall.core.alert.AlertKey;
import io.novacron.oncall.core.silence.Dialect;
import io.novacron.oncall.core.silence.Matcher;
import io.novacron.oncall.core.silence.Silence;
import io.novacron.oncall.core.silence.SilenceTag;
import io.novacron.oncall.core.silence.TypedMatcher;
import io.novacron.oncall.core.silence.VolatileLabels;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What the silence editor begins with. Pure.
///
/// @param selected alerts that are meant to be hit; empty where none were chosen
/// @param base     the silence to be changed or made again; null for a new one
record EditorStart(
        String cluster,
        Dialect dialect,
        List<Matcher> matchers,
        Set<AlertKey> selected,
        @Nullable Silence base) {
    EditorStart {
        matchers = List.copyOf(matchers);
        selected = Set.copyOf(selected);
    }

    /// A new silence of these alerts of one cluster, by what all of them have in common, without labels that the next
    /// restart changes (alerts guide S13). Alternatives are never made up: they would hit a cross product (S12).
    static EditorStart of(List<Alert> alerts, Dialect dialect) {
        Set<Matcher> common =
                new LinkedHashSet<>(VolatileLabels.prefill(alerts.getFirst().labels()));
        for (Alert alert : alerts) {
            common.retainAll(VolatileLabels.prefill(alert.labels()));
        }
        Set<AlertKey> keys = alerts.stream().map(Alert::key).collect(Collectors.toSet());
        return new EditorStart(alerts.getFirst().key().cluster(), dialect, List.copyOf(common), keys, null);
    }

    /// One that is there, or has ended.
    static EditorStart of(String cluster, Silence silence, Dialect dialect) {
        return new EditorStart(cluster, dialect, silence.matchers(), Set.of(), silence);
    }

    /// One matcher a line; empty where a matcher holds what no field keeps, so that all of them stay as they are.
    Optional<String> text() {
        List<String> lines = new ArrayList<>();
        for (Matcher matcher : matchers) {
            Optional<String> typed = TypedMatcher.of(matcher, dialect);
            if (typed.isEmpty()) {
                return Optional.empty();
            }
            lines.add(typed.get());
        }
        return Optional.of(String.join("\n", lines));
    }

    String comment() {
        return base == null ? "" : SilenceTag.reason(base.comment());
    }
}
