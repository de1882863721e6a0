package io.novacron.oncall.demo.scenario;

import static io.novacron.oncall.demo.scenario.Effects.effect;
import static io.novacron.oncall.demo.scenario.Effects.process;

import io.novacron.oncall.demo.platform.Service;
import io.novacron.oncall.demo.world.Aspect;
import io.novacron.oncall.demo.world.Place;
import java.util.List;

/** One disk of one node answers slowly, and all that waits for it. */
final class StorageLatency {

    private StorageLatency() {}

    static Scenario scenario() {
        return new Scenario(
                "storage-latency",
                "VM operations in one cluster became slow",
                List.of(
                        effect(Aspect.DISK_LATENCY, Place.ofNode("eu-west", "eu-west-n07"), 0.4, 5, 20),
                        effect(Aspect.LATENCY, process("eu-west", Service.STORAGE, "eu-west-n07"), 8, 5, 20),
                        effect(Aspect.ERRORS, process("eu-west", Service.STORAGE, "eu-west-n07"), 0.2, 20, 30),
                        effect(Aspect.CPU, Place.ofNode("eu-west", "eu-west-n07"), 0.15, 5, 20)),
                new Truth(
                        "The disk of eu-west-n07 answers slowly, so storage-0, which runs there, takes "
                                + "eight seconds for what takes its peers milliseconds; VM operations and the API "
                                + "wait for it.",
                        List.of("cluster eu-west", "service storage", "process storage-0", "node eu-west-n07"),
                        Truth.firing(
                                "eu-west",
                                "StorageLatencyHigh",
                                "StorageErrorsHigh",
                                "ApiLatencyHigh",
                                "VmOperationsSlow"),
                        List.of(
                                new Sight(
                                        "alerts",
                                        "StorageLatencyHigh names eu-west-n07 and no other node; ApiLatencyHigh and "
                                                + "VmOperationsSlow are what users feel of it."),
                                new Sight(
                                        "topology",
                                        "The edges from vm-manager and migration to storage are slow; the one from "
                                                + "storage to postgres is not: storage is the lowest that is slow."),
                                new Sight(
                                        "traces",
                                        "The critical path of slow traces ends in storage spans of storage-0 on eu- "
                                                + "west-n07; those of storage-1 and storage-2 are quick."),
                                new Sight(
                                        "logs",
                                        "storage-0 warns of slow reads and writes, and of some that timed out.")),
                        List.of(
                                Clue.of("eu-west-n07", "alerts", "--filter", "alertname=\"StorageLatencyHigh\""),
                                Clue.query(
                                        "eu-west",
                                        "eu-west-n07",
                                        "node:novacron_storage_latency_seconds:p95_rate2m > 0.1"),
                                Clue.of(
                                        "traceId",
                                        "traces",
                                        "search",
                                        "--service",
                                        "storage",
                                        "--operation",
                                        "storage.read",
                                        "--tag",
                                        "host.name=eu-west-n07",
                                        "--min",
                                        "7s"),
                                Clue.of(
                                        "/dev/nvme1n1",
                                        "logs",
                                        "search",
                                        "host.name:\"eu-west-n07\" AND message:\"slow write\"")),
                        List.of(
                                "Take storage-0 out of the pool: drain eu-west-n07.",
                                "Migrate VMs with heavy disks off eu-west-n07.",
                                "Replace the disk, then let the tier rebuild.")));
    }
}
