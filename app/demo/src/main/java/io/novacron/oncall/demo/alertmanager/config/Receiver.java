package io.novacron.oncall.demo.alertmanager.config;

import java.util.List;
import java.util.SortedMap;

/** Who is told. The labels hold its name, too. */
public record Receiver(String name, SortedMap<String, String> labels, List<Integration> integrations) {

    public Receiver {
        integrations = List.copyOf(integrations);
    }
}
