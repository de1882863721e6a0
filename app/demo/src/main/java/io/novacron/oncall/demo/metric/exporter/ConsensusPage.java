package io.novacron.oncall.demo.metric.exporter;

import io.novacron.oncall.demo.metric.page.Page;
import io.novacron.oncall.demo.metric.page.Site;
import io.novacron.oncall.demo.metric.signal.Signal;
import io.novacron.oncall.demo.platform.Instance;
import io.novacron.oncall.demo.platform.Service;
import io.novacron.oncall.demo.world.Aspect;
import io.novacron.oncall.demo.world.Pulses;

/** The consensus service: peers, leader, proposals. It is scraped each second, so it says little. */
final class ConsensusPage {

    private ConsensusPage() {}

    static void write(Page page, Site site, Instance instance, double rate) {
        int peers = site.cluster().instancesOf(Service.CONSENSUS).size() - 1;
        Pulses lost = site.pulses(Aspect.LOST_PEERS);
        Pulses latency = site.pulses(Aspect.LATENCY);
        Signal reachable = time -> Math.max(0, peers - Math.rint(lost.at(time)));
        Signal quorum = time -> reachable.at(time) + 1 > (peers + 1) / 2.0 ? 1 : 0;
        page.gauge("novacron_consensus_peers_reachable", "Peers that answer.", reachable);
        page.gauge("novacron_consensus_has_leader", "1 while a leader is known.", quorum);
        page.gauge(
                "novacron_consensus_is_leader",
                "1 on the leader.",
                time -> instance.ordinal() == 0 && quorum.at(time) == 1 ? 1 : 0);
        page.counter(
                "novacron_consensus_leader_changes_total",
                "Changes of the leader that were seen.",
                site.count(4e-6).plus(site.added(lost, 0.02)));
        page.counter(
                "novacron_consensus_proposals_total",
                "Proposals by outcome.",
                site.share(rate, quorum, lost),
                "status",
                "committed");
        page.counter(
                "novacron_consensus_proposals_total",
                "Proposals by outcome.",
                site.share(rate, time -> 1 - quorum.at(time), lost),
                "status",
                "failed");
        Signal waiting = site.busy("waiting", 1.5, 0.6, 20);
        page.gauge(
                "novacron_consensus_pending_proposals",
                "Proposals that wait to be committed.",
                time -> Math.floor(waiting.at(time) + (1 - quorum.at(time)) * 40 * rate));
        Signal usual = site.wander("p95", 0.0042, 0.25, 15);
        page.gauge(
                "dwcp_consensus_latency_p95_seconds",
                "95th percentile of the time to commit.",
                time -> usual.at(time) + latency.at(time) + 0.5 * lost.at(time));
        page.counter("dwcp_split_brain_detections_total", "Times that two leaders were seen.", Signal.of(0));
        page.counter("dwcp_data_loss_events_total", "Times that committed data was lost.", Signal.of(0));
        page.gauge(
                "dwcp_system_component_health",
                "Health of a component: 2 healthy, 1 degraded, 0 down.",
                time -> quorum.at(time) == 0 ? 0 : reachable.at(time) < peers ? 1 : 2,
                "cluster",
                instance.cluster(),
                "node",
                instance.node().name(),
                "component",
                "consensus");
    }
}
