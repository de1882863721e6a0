package io.novacron.oncall.views.alert;

import io.novacron.oncall.themes.Icon;
import io.novacron.oncall.views.controls.ExactTime;
import io.novacron.oncall.views.controls.Placeholder;
import io.novacron.oncall.views.controls.SafeText;
import java.time.Instant;
import java.time.ZoneId;
import javafx.scene.Node;

/// What stands where the lines would: why there are none, and the way out. FX thread only.
final class Absences {
    private final AlertsViewModel model;
    private final ZoneId zone;

    Absences(AlertsViewModel model, ZoneId zone) {
        this.model = model;
        this.zone = zone;
    }

    Node of(Absence why) {
        return switch (why) {
            case Absence.None none -> SafeText.label("");
            case Absence.NoSource none ->
                Placeholder.empty(
                        Icon.BELL,
                        "No Alertmanager is configured. Add a [[source]] with kind = \"alertmanager\" to the configuration"
                                + " file, then start the console again.");
            case Absence.Waiting waiting -> Placeholder.loading("Asked; no Alertmanager has answered yet.");
            case Absence.Failed(String sentence) ->
                Placeholder.failed("No alert is known, because nothing was answered. " + sentence)
                        .wayOut("Ask again  (F5)", model::pollNow);
            case Absence.Zero(Instant at) ->
                Placeholder.empty(
                        Icon.BELL,
                        "Every Alertmanager answers and lists no alert, as of " + new ExactTime(zone).both(at)
                                + ". Whether all is clear, the line at the top says.");
            case Absence.Doubtful(String sentence, Instant at) ->
                Placeholder.failed("The last answer, of " + new ExactTime(zone).both(at)
                                + ", held no alert, but that is not proof: " + sentence)
                        .wayOut("Ask again  (F5)", model::pollNow);
            case Absence.Filtered(int hidden) ->
                Placeholder.empty(Icon.FILTER, "The search hides all " + AlertActions.alerts(hidden) + ".")
                        .wayOut("Clear the search", model.triage()::clear);
            case Absence.HiddenHere(int hidden) ->
                Placeholder.empty(
                                Icon.EYE_OFF,
                                AlertActions.alerts(hidden) + " fire, and all are hidden here by your own hand.")
                        .wayOut("Show them", model.triage()::unhideAll);
        };
    }
}
