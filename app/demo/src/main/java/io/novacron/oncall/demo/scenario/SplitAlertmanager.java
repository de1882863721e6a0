package io.novacron.oncall.demo.scenario;

import static io.novacron.oncall.demo.scenario.Effects.effect;

import io.novacron.oncall.demo.world.Aspect;
import io.novacron.oncall.demo.world.Place;
import java.util.List;

/** The members of one Alertmanager cluster do not hear each other. */
final class SplitAlertmanager {

    private SplitAlertmanager() {}

    static Scenario scenario() {
        return new Scenario(
                "split-alertmanager",
                "A silence does not hold everywhere",
                List.of(effect(Aspect.ALERTMANAGER_SPLIT, Place.of("eu-west"), 1, 5, 0)),
                new Truth(
                        "The three Alertmanagers of eu-west do not replicate to each other any more: a "
                                + "silence made on one is unknown to the others, and pages come more than once.",
                        List.of("cluster eu-west", "all three Alertmanagers"),
                        Truth.firing("eu-west", "AlertmanagerClusterSplit"),
                        List.of(
                                new Sight(
                                        "alerts",
                                        "The source is SPLIT. AlertmanagerClusterSplit fires, and an acknowledgement "
                                                + "stays at \"replicated 1/3\", and the alert goes on firing on the other members."),
                                new Sight("topology", "Nothing: the platform is well.")),
                        List.of(
                                Clue.of(
                                        "\"alertname\":\"AlertmanagerClusterSplit\"",
                                        "alerts",
                                        "--filter",
                                        "alertname=\"AlertmanagerClusterSplit\""),
                                Clue.query("eu-west", "alertmanager-0", "alertmanager_cluster_members < 3"),
                                Clue.of(
                                        "failed to join cluster",
                                        "logs",
                                        "search",
                                        "message:\"failed to join cluster\"")),
                        List.of(
                                "Set silences on every member until the split is healed.",
                                "Restore traffic on the cluster port (9094) between the members.",
                                "Expect doubled pages: tell whoever carries the pager.")));
    }
}
