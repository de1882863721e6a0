package io.novacron.oncall.demo.scenario;

import static io.novacron.oncall.demo.scenario.Effects.effect;
import static io.novacron.oncall.demo.scenario.Effects.process;

import io.novacron.oncall.demo.platform.Service;
import io.novacron.oncall.demo.world.Aspect;
import io.novacron.oncall.demo.world.Place;
import java.util.List;

/** A gateway loses packets, and each of the streams through it raises an alert of its own. */
final class AlertStorm {

    private AlertStorm() {}

    static Scenario scenario() {
        return new Scenario(
                "alert-storm",
                "Fifty thousand alerts at once",
                List.of(
                        effect(Aspect.STREAMS, Place.of("us-east"), 50000, 5, 30),
                        effect(Aspect.PACKET_LOSS, Place.ofNode("us-east", "us-east-n04"), 0.25, 0, 10),
                        effect(Aspect.ERRORS, process("us-east", Service.NETWORK, "us-east-n04"), 0.5, 0, 15),
                        effect(Aspect.LATENCY, process("us-east", Service.NETWORK, "us-east-n04"), 0.5, 0, 15)),
                new Truth(
                        "The network gateway on us-east-n04 loses a quarter of its packets; each of the "
                                + "50 000 DWCP streams that run through it raises an alert of its own.",
                        List.of("cluster us-east", "node us-east-n04", "service network", "process network-0"),
                        Truth.firing("us-east", "AmstStreamErrors", "PacketLossHigh", "ServiceErrorRatioHigh"),
                        List.of(
                                new Sight(
                                        "alerts",
                                        "One group of 50 000 AmstStreamErrors, and beside it the few that matter: "
                                                + "PacketLossHigh for us-east-n04."),
                                new Sight("topology", "The edges to network are slow and carry errors."),
                                new Sight(
                                        "traces",
                                        "Network spans of network-0 on us-east-n04 fail or are slow; those of network-1 "
                                                + "are fine."),
                                new Sight("logs", "network-0 reports lost packets.")),
                        List.of(
                                Clue.of("us-east-n04", "alerts", "--filter", "alertname=\"PacketLossHigh\""),
                                Clue.query("us-east", "\"node\":", "count by (node) (dwcp_amst_stream_errors)"),
                                Clue.query(
                                        "us-east",
                                        "us-east-n04",
                                        "min by (source_node) (novacron_network_packet_loss_rate) > 0.1"),
                                Clue.of(
                                        "all of them run through one gateway",
                                        "logs",
                                        "search",
                                        "service.name:\"network\" AND message:\"one gateway\"")),
                        List.of(
                                "Silence AmstStreamErrors in us-east for an hour, with the reason: the group is "
                                        + "one fact, not 50 000.",
                                "Move the gateway to network-1 and cordon us-east-n04.",
                                "Afterwards: replace the alert for each stream by one for each node.")));
    }
}
