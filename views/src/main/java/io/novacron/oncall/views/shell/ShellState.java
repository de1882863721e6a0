package io.novacron.oncall.views.shell;

import io.novacron.oncall.core.alert.Verdict;
import io.novacron.oncall.core.fetch.Work;
import io.novacron.oncall.core.source.SourceStatus;
import java.util.List;

/// All that the frame of the window shows, of one moment.
///
/// @param work what runs in the background, oldest first
public record ShellState(List<SourceStatus> sources, Verdict verdict, List<Work> work) {
    public ShellState {
        sources = List.copyOf(sources);
        work = List.copyOf(work);
    }
}
