package io.novacron.oncall.demo.world;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** All incidents, past and running. It only ever changes from now on, so that the past stays what it was. */
public record Timeline(List<Incident> incidents) {

    public static final Timeline QUIET = new Timeline(List.of());

    public Timeline {
        incidents = List.copyOf(incidents);
    }

    public Timeline started(Incident incident) {
        List<Incident> all = new ArrayList<>(incidents);
        all.add(incident);
        return new Timeline(all);
    }

    /** Every running incident of that scenario ends at {@code when}. */
    public Timeline stopped(String scenario, Instant when) {
        return new Timeline(incidents.stream()
                .map(incident -> incident.running() && incident.scenario().equals(scenario)
                        ? new Incident(incident.scenario(), incident.start(), when, incident.effects())
                        : incident)
                .toList());
    }

    public List<Incident> running() {
        return incidents.stream().filter(Incident::running).toList();
    }
}
