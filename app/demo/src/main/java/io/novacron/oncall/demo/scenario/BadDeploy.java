package io.novacron.oncall.demo.scenario;

import static io.novacron.oncall.demo.scenario.Effects.effect;
import static io.novacron.oncall.demo.scenario.Effects.process;

import io.novacron.oncall.demo.platform.Service;
import io.novacron.oncall.demo.world.Aspect;
import io.novacron.oncall.demo.world.Place;
import java.util.List;

/** A new version of the vm-manager fails where it is out: on two of three processes. */
final class BadDeploy {

    private BadDeploy() {}

    static Scenario scenario() {
        return new Scenario(
                "bad-deploy",
                "A quarter of all VM operations fails since a few minutes",
                List.of(
                        effect(Aspect.DEPLOY, process("us-east", Service.VM_MANAGER, "us-east-n04"), 1, 10, 0),
                        effect(Aspect.DEPLOY, process("us-east", Service.VM_MANAGER, "us-east-n05"), 1, 40, 0),
                        effect(Aspect.ERRORS, process("us-east", Service.VM_MANAGER, "us-east-n04"), 0.45, 15, 15),
                        effect(Aspect.ERRORS, process("us-east", Service.VM_MANAGER, "us-east-n05"), 0.45, 45, 15),
                        effect(Aspect.LATENCY, process("us-east", Service.VM_MANAGER, "us-east-n04"), 0.6, 15, 15),
                        effect(Aspect.LATENCY, process("us-east", Service.VM_MANAGER, "us-east-n05"), 0.6, 45, 15),
                        effect(Aspect.CPU, Place.ofNode("us-east", "us-east-n04"), 0.1, 15, 15),
                        effect(Aspect.CPU, Place.ofNode("us-east", "us-east-n05"), 0.1, 45, 15)),
                new Truth(
                        "A release candidate of vm-manager, with hypervisor.pool.max_idle set to 0, was "
                                + "rolled out to two of the three processes in us-east; where it runs, 45 % of the "
                                + "calls fail.",
                        List.of(
                                "cluster us-east",
                                "service vm-manager",
                                "processes vm-manager-0 on us-east-n04 and vm-manager-1 on us-east-n05",
                                "version 2.x.0-rc1"),
                        Truth.firing(
                                "us-east",
                                "ApiErrorRatioHigh",
                                "ApiErrorBudgetBurnFast",
                                "ServiceErrorRatioHigh",
                                "ReleaseCandidateRuns"),
                        List.of(
                                new Sight(
                                        "alerts",
                                        "ReleaseCandidateRuns says what changed. The API of us-east burns its error "
                                                + "budget; the error ratio of vm-manager is worse than that of anything it calls."),
                                new Sight(
                                        "topology",
                                        "The edges from haproxy over api down to vm-manager carry errors, those from vm- "
                                                + "manager to storage, network and hypervisor do not: the fault starts at vm- "
                                                + "manager."),
                                new Sight(
                                        "traces",
                                        "Failed traces end in a span of vm-manager-0 or vm-manager-1, whose "
                                                + "service.version ends in -rc1; spans of vm-manager-2 succeed."),
                                new Sight(
                                        "logs",
                                        "The new processes say at their start that hypervisor.pool.max_idle is 0, was 32; "
                                                + "their errors follow within seconds and carry the new version.")),
                        List.of(
                                Clue.query(
                                        "us-east",
                                        "vm-manager-0",
                                        "instance:dwcp_v3_component_errors:ratio_rate2m > 0.3"),
                                Clue.query(
                                        "us-east",
                                        "-rc1",
                                        "count by (component, version) (dwcp_v3_component_health{version=~\".*-rc.*\"})"),
                                Clue.of("vm-manager", "alerts", "--filter", "alertname=\"ReleaseCandidateRuns\""),
                                Clue.of(
                                        "hypervisor.pool.max_idle is 0",
                                        "logs",
                                        "search",
                                        "service.name:\"vm-manager\" AND message:\"hypervisor.pool.max_idle\"")),
                        List.of(
                                "Roll vm-manager in us-east back to the version that vm-manager-2 still runs.",
                                "Watch the error ratio fall: the short window of the burn alert ends within five "
                                        + "minutes.",
                                "Stop the pipeline, so that the version does not go to the other clusters.")));
    }
}
