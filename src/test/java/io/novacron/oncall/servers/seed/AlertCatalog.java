package io.novacron.oncall.servers.seed;

import java.util.List;

/** The kinds of alerts in the seeded installation: four of each service, in four severities. */
final class AlertCatalog {
    /** A kind of alert. {@code {node}} and {@code {n}} in its texts are filled in for each alert. */
    record Kind(String service, String name, String severity, String component, String summary, String description) {}

    static final Kind NODE_DOWN = new Kind(
            "vm-manager",
            "NodeDown",
            "critical",
            "hypervisor",
            "Hypervisor {node} is down",
            "No heartbeat from {node} for {n} min. Its virtual machines are being restarted elsewhere.");

    static final List<Kind> KINDS = List.of(
            new Kind(
                    "frontend",
                    "FrontendErrorRateHigh",
                    "error",
                    "web",
                    "{n} % of page loads fail",
                    "The console answers 5xx to {n} % of page loads served from {node}."),
            new Kind(
                    "frontend",
                    "FrontendSlowPages",
                    "warning",
                    "web",
                    "Pages take {n}00 ms to load",
                    "The 95th percentile of page loads on {node} is above 1 s for 10 minutes."),
            new Kind(
                    "frontend",
                    "FrontendCertificateExpiresSoon",
                    "info",
                    "tls",
                    "Certificate expires in {n} days",
                    "Renewal has not been attempted on {node}."),
            new Kind(
                    "frontend",
                    "FrontendWebSocketDrops",
                    "warning",
                    "websocket",
                    "{n} WebSocket connections dropped per minute",
                    "Operators connected through {node} lose live updates."),
            new Kind(
                    "api",
                    "ApiErrorRateHigh",
                    "critical",
                    "rest",
                    "API answers {n} % errors",
                    "More than 5 % of the requests to /api/vms fail with 5xx on {node}."),
            new Kind(
                    "api",
                    "ApiLatencyP99High",
                    "high",
                    "rest",
                    "API p99 latency above 2 s",
                    "The 99th percentile of novacron_api_request_duration_seconds is {n}00 ms above its objective on {node}."),
            new Kind(
                    "api",
                    "ApiConnectionPoolSaturated",
                    "warning",
                    "database",
                    "Database pool {n} % used",
                    "Requests on {node} wait for a database connection."),
            new Kind(
                    "api",
                    "ApiDeprecatedEndpointUsed",
                    "info",
                    "rest",
                    "{n} clients still call /api/v1",
                    "The endpoint goes away with the next release; callers were seen on {node}."),
            new Kind(
                    "auth",
                    "AuthServiceDown",
                    "critical",
                    "login",
                    "Logins are impossible",
                    "The login endpoint on {node} has answered nothing for {n} min."),
            new Kind(
                    "auth",
                    "AuthLoginFailuresSpike",
                    "high",
                    "security",
                    "{n}0 failed logins per minute",
                    "Failed logins on {node} are ten times above the same hour yesterday. Possibly an attack."),
            new Kind(
                    "auth",
                    "AuthTokenIssuerSlow",
                    "warning",
                    "token",
                    "Issuing a token takes {n}0 ms",
                    "Every API request waits for it. Measured on {node}."),
            new Kind(
                    "auth",
                    "AuthKeyRotationDue",
                    "info",
                    "token",
                    "Signing keys are {n} days old",
                    "The rotation on {node} is due this week."),
            new Kind(
                    "scheduler",
                    "SchedulerQueueBacklog",
                    "warning",
                    "queue",
                    "{n}0 placements are waiting",
                    "The placement queue on {node} has grown for 15 minutes."),
            new Kind(
                    "scheduler",
                    "SchedulerNoPlacement",
                    "error",
                    "placement",
                    "{n} virtual machines find no node",
                    "No node has the capacity that was asked for; the last attempt was on {node}."),
            new Kind(
                    "scheduler",
                    "SchedulerLoopStalled",
                    "critical",
                    "placement",
                    "No placement for {n} min",
                    "The scheduling loop on {node} does not advance."),
            new Kind(
                    "scheduler",
                    "SchedulerLeaderChanged",
                    "info",
                    "election",
                    "The leader changed {n} times",
                    "Leadership moved to {node} within the last hour."),
            new Kind(
                    "vm-manager",
                    "VmStartFailures",
                    "error",
                    "lifecycle",
                    "{n} % of virtual machines fail to start",
                    "novacron_vm_operations_total{operation=\"start\",status=\"failed\"} is rising on {node}."),
            new Kind(
                    "vm-manager",
                    "HypervisorMemoryPressure",
                    "warning",
                    "hypervisor",
                    "Memory on {node} above 90 %",
                    "Ballooning has started for {n} guests."),
            new Kind(
                    "vm-manager",
                    "VmSnapshotOld",
                    "info",
                    "backup",
                    "{n} snapshots are older than a week",
                    "They hold back space on {node}."),
            new Kind(
                    "migration",
                    "MigrationFailureRateHigh",
                    "critical",
                    "live-migration",
                    "{n} % of migrations fail",
                    "Live migrations from {node} are rolled back at the final copy."),
            new Kind(
                    "migration",
                    "MigrationDowntimeHigh",
                    "high",
                    "live-migration",
                    "Guests stand still for {n}00 ms",
                    "novacron_migration_downtime_milliseconds is above its objective for migrations to {node}."),
            new Kind(
                    "migration",
                    "MigrationStalled",
                    "warning",
                    "live-migration",
                    "A migration makes no progress",
                    "Memory of the guest on {node} changes faster than it is copied; {n} iterations so far."),
            new Kind(
                    "migration",
                    "MigrationQueueLong",
                    "info",
                    "queue",
                    "{n} migrations are queued",
                    "The evacuation of {node} is behind its plan."),
            new Kind(
                    "storage",
                    "StorageLatencyHigh",
                    "critical",
                    "volume",
                    "Writes take {n}0 ms",
                    "novacron_storage_latency_seconds p95 for tier hot is above 100 ms on {node}."),
            new Kind(
                    "storage",
                    "StorageReplicaDegraded",
                    "error",
                    "replication",
                    "{n} volumes have one replica only",
                    "Losing {node} now would lose data."),
            new Kind(
                    "storage",
                    "StorageTierNearlyFull",
                    "warning",
                    "tiering",
                    "Tier warm is 8{n} % full",
                    "At today's growth tier warm on {node} is full in two days."),
            new Kind(
                    "storage",
                    "StorageDeduplicationLow",
                    "info",
                    "deduplication",
                    "Deduplication saves only {n} %",
                    "Usual on {node} is 35 %."),
            new Kind(
                    "network",
                    "OverlayTunnelDown",
                    "critical",
                    "overlay",
                    "Overlay tunnel of {node} is down",
                    "Guests on {node} reach nobody outside it; {n} tunnels remain."),
            new Kind(
                    "network",
                    "NetworkPacketLoss",
                    "high",
                    "underlay",
                    "{n} % packets lost",
                    "novacron_network_packet_loss_rate between {node} and its neighbours is above 1 %."),
            new Kind(
                    "network",
                    "NetworkBandwidthSaturated",
                    "warning",
                    "underlay",
                    "Uplink of {node} at 9{n} %",
                    "Migrations and replication compete for it."),
            new Kind(
                    "network",
                    "NetworkConfigDrift",
                    "info",
                    "config",
                    "{n} rules differ from the plan",
                    "The firewall on {node} was changed by hand."));

    private AlertCatalog() {}
}
