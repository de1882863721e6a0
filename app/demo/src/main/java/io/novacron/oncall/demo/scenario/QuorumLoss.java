package io.novacron.oncall.demo.scenario;

import static io.novacron.oncall.demo.scenario.Effects.effect;
import static io.novacron.oncall.demo.scenario.Effects.process;

import io.novacron.oncall.demo.platform.Service;
import io.novacron.oncall.demo.world.Aspect;
import io.novacron.oncall.demo.world.Place;
import java.util.List;

/** Two of three consensus processes die, and the third may not decide alone. */
final class QuorumLoss {

    private QuorumLoss() {}

    static Scenario scenario() {
        return new Scenario(
                "quorum-loss",
                "No VM can be placed in one cluster",
                List.of(
                        effect(Aspect.DOWN, process("ap-south", Service.CONSENSUS, "ap-south-n05"), 1, 10, 0),
                        effect(Aspect.DOWN, process("ap-south", Service.CONSENSUS, "ap-south-n06"), 1, 30, 0),
                        effect(Aspect.LOST_PEERS, process("ap-south", Service.CONSENSUS, "ap-south-n04"), 1, 10, 0),
                        effect(Aspect.LOST_PEERS, process("ap-south", Service.CONSENSUS, "ap-south-n04"), 1, 30, 0),
                        effect(Aspect.ERRORS, process("ap-south", Service.CONSENSUS, "ap-south-n04"), 0.98, 30, 5),
                        effect(Aspect.REPLICATION_LAG, Place.of("ap-south"), 45, 30, 120)),
                new Truth(
                        "consensus-1 and then consensus-2 of ap-south died; consensus-0 alone is no "
                                + "majority and refuses every proposal, so the scheduler can place nothing.",
                        List.of(
                                "cluster ap-south",
                                "service consensus",
                                "processes consensus-1 on ap-south-n05 and consensus-2 on ap-south-n06"),
                        Truth.firing(
                                "ap-south",
                                "ConsensusQuorumLost",
                                "ServiceDown",
                                "ServiceErrorRatioHigh",
                                "ApiErrorRatioHigh"),
                        List.of(
                                new Sight(
                                        "alerts",
                                        "ServiceDown names consensus-1 and consensus-2, ConsensusQuorumLost the cluster; "
                                                + "errors of scheduler and vm-manager follow."),
                                new Sight(
                                        "topology",
                                        "consensus is degraded: two targets of ap-south do not answer. The edge from "
                                                + "scheduler to consensus carries errors."),
                                new Sight(
                                        "traces",
                                        "VM creation fails in the span of the scheduler that asks consensus."),
                                new Sight(
                                        "logs",
                                        "consensus-0 has lost its peers one after the other; consensus-1 and consensus-2 "
                                                + "say nothing any more.")),
                        List.of(
                                Clue.of(
                                        "\"alertname\":\"ConsensusQuorumLost\"",
                                        "alerts",
                                        "--filter",
                                        "alertname=\"ConsensusQuorumLost\""),
                                Clue.query("ap-south", "consensus-1.ap-south", "up{job=\"consensus\"} == 0"),
                                Clue.of(
                                        "1 of 3 members left",
                                        "logs",
                                        "search",
                                        "service.name:\"consensus\" AND message:\"no quorum: 1 of 3 members left\""),
                                Clue.of(
                                        "CrashLoopBackOff",
                                        "logs",
                                        "search",
                                        "host.name:\"ap-south-n05\" AND message:\"failed to start container consensus\"")),
                        List.of(
                                "Start consensus-1 and consensus-2 again; one of them is enough for a majority.",
                                "Do not remove them from the membership before the majority is back: that cannot "
                                        + "be undone safely.",
                                "Then find out why they died together: same image, same host class, same change?")));
    }
}
