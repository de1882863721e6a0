package io.novacron.oncall.demo.scenario;

import static io.novacron.oncall.demo.scenario.Effects.effect;

import io.novacron.oncall.demo.platform.Service;
import io.novacron.oncall.demo.world.Aspect;
import io.novacron.oncall.demo.world.Place;
import java.util.List;

/** A bad network card makes migrations fail, and each failure is tried again. */
final class MigrationStorm {

    private MigrationStorm() {}

    static Scenario scenario() {
        return new Scenario(
                "migration-storm",
                "Live migrations fail and are tried again and again",
                List.of(
                        effect(Aspect.PACKET_LOSS, Place.ofNode("us-east", "us-east-n07"), 0.08, 5, 20),
                        effect(Aspect.MIGRATIONS, Place.of("us-east"), 0.8, 15, 60),
                        effect(Aspect.MIGRATION_FAILURES, Place.ofNode("us-east", "us-east-n07"), 0.95, 10, 20),
                        effect(Aspect.LOAD, Place.of("us-east", Service.MIGRATION), 2, 15, 60),
                        effect(Aspect.CPU, Place.ofNode("us-east", "us-east-n07"), 0.2, 15, 60)),
                new Truth(
                        "The network card of us-east-n07 loses 8 % of its packets; nearly every live "
                                + "migration from or to it fails, and the scheduler tries them again, many at a "
                                + "time.",
                        List.of("cluster us-east", "node us-east-n07"),
                        Truth.firing("us-east", "MigrationFailureRatioHigh", "MigrationStorm", "PacketLossHigh"),
                        List.of(
                                new Sight(
                                        "alerts",
                                        "MigrationFailureRatioHigh and MigrationStorm tell the symptom; PacketLossHigh "
                                                + "names the one node: us-east-n07."),
                                new Sight(
                                        "topology",
                                        "The edge from vm-manager to migration carries much more than usual; no service "
                                                + "below it is sick."),
                                new Sight(
                                        "traces",
                                        "Migrations that fail have us-east-n07 as their source or target, give up after "
                                                + "the last copy round, and come again; the others succeed."),
                                new Sight(
                                        "logs",
                                        "Migrations are given up because dirty pages do not converge; all of them concern "
                                                + "us-east-n07.")),
                        List.of(
                                Clue.of("us-east-n07", "alerts", "--filter", "alertname=\"PacketLossHigh\""),
                                Clue.query(
                                        "us-east",
                                        "us-east-n07",
                                        "sum by (source_node) (rate(novacron_vm_migrations_total{status=\"failed\"}[5m])) "
                                                + "> 0.05"),
                                Clue.query(
                                        "us-east",
                                        "us-east-n07",
                                        "min by (source_node) (novacron_network_packet_loss_rate) > 0.02"),
                                Clue.of(
                                        "rx_crc_errors",
                                        "logs",
                                        "search",
                                        "host.name:\"us-east-n07\" AND message:\"rx_crc_errors\"")),
                        List.of(
                                "Stop the retries: pause automatic migrations in us-east.",
                                "Cordon us-east-n07, so that nothing is placed there.",
                                "Fix or replace the network card, then drain the node with a low parallelism.")));
    }
}
