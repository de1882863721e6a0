package io.novacron.oncall.desktop.window;

import io.novacron.oncall.demo.estate.Estate;
import io.novacron.oncall.demo.scenario.Scenario;
import io.novacron.oncall.demo.scenario.Scenarios;
import io.novacron.oncall.demo.scenario.Truth;
import io.novacron.oncall.demo.world.Incident;
import io.novacron.oncall.views.demo.DemoDesk;
import io.novacron.oncall.views.demo.DemoScenario;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The embedded estate as the window may handle it. */
public final class EstateDesk {

    private EstateDesk() {}

    public static DemoDesk of(Estate estate) {
        return new DemoDesk(
                estate.seed(),
                () -> Scenarios.all().stream()
                        .map(scenario -> shown(scenario, estate.running()))
                        .toList(),
                estate::start,
                estate::stop);
    }

    private static DemoScenario shown(Scenario scenario, List<Incident> running) {
        return new DemoScenario(
                scenario.name(),
                scenario.title(),
                sections(scenario.truth()),
                running.stream()
                        .filter(incident -> incident.scenario().equals(scenario.name()))
                        .map(Incident::start)
                        .findFirst());
    }

    private static List<DemoScenario.Section> sections(Truth truth) {
        List<DemoScenario.Section> sections = new ArrayList<>();
        sections.add(new DemoScenario.Section("CAUSE", List.of(truth.cause())));
        add(sections, "WHERE", truth.where(), where -> where);
        add(sections, "WHAT FIRES", truth.fires(), one -> one.alert() + " in " + one.cluster());
        add(sections, "WHAT THE VIEWS SHOW", truth.sights(), sight -> sight.view() + ": " + sight.shows());
        add(sections, "CALLS THAT FIND IT", truth.clues(), clue -> clue.line() + " shows " + clue.finds());
        add(sections, "WHAT TO DO", truth.remedy(), step -> step);
        return sections;
    }

    private static <T> void add(
            List<DemoScenario.Section> sections, String heading, List<T> items, Function<T, String> line) {
        if (!items.isEmpty()) {
            sections.add(
                    new DemoScenario.Section(heading, items.stream().map(line).toList()));
        }
    }
}
