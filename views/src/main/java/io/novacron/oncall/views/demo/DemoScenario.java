package io.novacron.oncall.views.demo;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// One thing that can go wrong with the simulated platform.
///
/// @param name  as the command line calls it: `storage-latency`
/// @param title what is seen of it, without its cause
/// @param truth its cause and what it brings; shown only to who asks
/// @param since when it began; empty while it does not run
public record DemoScenario(String name, String title, List<Section> truth, Optional<Instant> since) {
    /// A few lines under one heading.
    public record Section(String heading, List<String> lines) {
        public Section {
            lines = List.copyOf(lines);
        }
    }

    public DemoScenario {
        truth = List.copyOf(truth);
    }

    public boolean runs() {
        return since.isPresent();
    }
}
