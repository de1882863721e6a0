package io.novacron.oncall.demo.prometheus;

import io.novacron.oncall.core.time.Clock;
import io.novacron.oncall.demo.alertmanager.PostedAlert;
import io.novacron.oncall.demo.http.Backend;
import io.novacron.oncall.demo.http.Reply;
import io.novacron.oncall.demo.http.Request;
import io.novacron.oncall.demo.rule.DueAlert;
import io.novacron.oncall.demo.rule.Past;
import io.novacron.oncall.demo.rule.RuleEngine;
import io.novacron.oncall.demo.rule.RuleGroup;
import io.novacron.oncall.demo.world.World;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One of the two Prometheus servers of a cluster: evaluates its rules as it is ticked, hands alerts on, and answers the HTTP
 * API. Any thread.
 */
public final class PrometheusReplica implements Backend {

    private final RuleEngine engine;
    private final Outages outages;
    private final Outbox outbox;
    private final Consumer<List<PostedAlert>> alerts;
    private final Routes routes;
    private volatile Instant started;
    private @Nullable Instant last;
    private boolean down;

    /**
     * @param groups may be shared by replicas
     * @param worlds the current world; when this replica is down in it, it evaluates nothing and remembers nothing
     * @param alerts gets what is to be sent to every Alertmanager of the cluster
     */
    public PrometheusReplica(
            ReplicaSettings settings,
            Scrapes scrapes,
            List<RuleGroup> groups,
            Supplier<World> worlds,
            Consumer<List<PostedAlert>> alerts,
            Clock clock) {
        this.alerts = alerts;
        started = clock.now();
        outages = new Outages(worlds, settings.cluster(), settings.replica());
        outbox = new Outbox(settings.externalUrl().toString(), settings.externalLabels());
        Past past = new Past(settings.oldest().toEpochMilli(), outages::incidents, outages::at);
        engine = new RuleEngine(groups, scrapes.series(), settings.externalLabels(), past, clock);
        routes = new Routes(
                new QueryApi(engine, clock),
                new SeriesApi(engine, clock),
                new RulesApi(engine::reports),
                new TargetsApi(scrapes, clock),
                new StatusApi(settings, scrapes, groups, () -> started, clock),
                new TsdbApi(engine, settings.oldest(), clock));
    }

    /**
     * Evaluates the groups that are due. Times may be virtual, as long as they go on; evaluations that would have been due more
     * than once since the last call happen once, as in a server that was too slow.
     */
    public synchronized void tick(Instant now) {
        Instant before = last;
        last = now;
        boolean wasDown = down || (before != null && outages.between(before, now));
        down = outages.at(now.toEpochMilli());
        if (down) {
            return;
        }
        if (wasDown) {
            engine.restart();
            started = now;
        }
        List<DueAlert> due = engine.tick(now);
        if (!due.isEmpty()) {
            alerts.accept(due.stream().map(outbox::posted).toList());
        }
    }

    @Override
    public Reply answer(Request request) {
        return routes.answer(request);
    }
}
