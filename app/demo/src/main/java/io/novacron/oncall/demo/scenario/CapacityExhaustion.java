package io.novacron.oncall.demo.scenario;

import static io.novacron.oncall.demo.scenario.Effects.effect;
import static io.novacron.oncall.demo.scenario.Effects.process;

import io.novacron.oncall.demo.platform.Service;
import io.novacron.oncall.demo.world.Aspect;
import io.novacron.oncall.demo.world.Place;
import java.util.List;

/** A disk fills within minutes, and storage cannot write any more. */
final class CapacityExhaustion {

    private CapacityExhaustion() {}

    static Scenario scenario() {
        return new Scenario(
                "capacity-exhaustion",
                "Something is running out",
                List.of(
                        effect(Aspect.DISK, Place.ofNode("ap-south", "ap-south-n01"), 0.5, 0, 600),
                        effect(Aspect.DISK_LATENCY, Place.ofNode("ap-south", "ap-south-n01"), 0.05, 300, 120),
                        effect(Aspect.ERRORS, process("ap-south", Service.STORAGE, "ap-south-n01"), 0.5, 360, 60)),
                new Truth(
                        "The disk of ap-south-n01 fills up within ten minutes, because backups are "
                                + "written to it and the job backup-prune is disabled; from then on storage-2, "
                                + "which runs there, cannot write.",
                        List.of("cluster ap-south", "node ap-south-n01", "service storage", "process storage-2"),
                        Truth.firing("ap-south", "NodeDiskWillFill", "NodeDiskAlmostFull", "StorageErrorsHigh"),
                        List.of(
                                new Sight(
                                        "alerts",
                                        "NodeDiskWillFill fires first, minutes before anything fails; NodeDiskAlmostFull "
                                                + "and errors of storage follow. All name ap-south-n01 or what runs there."),
                                new Sight("topology", "Some minutes into the story the edges to storage carry errors."),
                                new Sight("traces", "Writes that fail do so in storage-2 on ap-south-n01."),
                                new Sight(
                                        "logs",
                                        "storage-2 warns that the disk fills, then reports that no space is left.")),
                        List.of(
                                Clue.of("ap-south-n01", "alerts", "--filter", "alertname=\"NodeDiskAlmostFull\""),
                                Clue.query("ap-south", "ap-south-n01", "node:node_filesystem_used:ratio > 0.8"),
                                Clue.query(
                                        "ap-south",
                                        "storage-2",
                                        "instance:dwcp_v3_component_errors:ratio_rate2m{job=\"storage\"} > 0.2"),
                                Clue.of(
                                        "backup-prune is disabled",
                                        "logs",
                                        "search",
                                        "host.name:\"ap-south-n01\" AND message:\"backup-prune\"")),
                        List.of(
                                "Free space on ap-south-n01: move the oldest backups to the archive tier.",
                                "Enable backup-prune again.",
                                "Rebalance: the other nodes of ap-south have room.")));
    }
}
