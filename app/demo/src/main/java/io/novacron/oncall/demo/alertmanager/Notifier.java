package io.novacron.oncall.demo.alertmanager;

import io.novacron.oncall.core.routing.Grouping;
import io.novacron.oncall.core.routing.Integration;
import io.novacron.oncall.core.routing.Receiver;
import java.time.Instant;
import java.util.List;

/** The last steps of a flush: has this been said already, and if not, saying it. One thread at a time. */
final class Notifier {

    private final String member;
    private final AlertmanagerConfig config;
    private final NotificationLog log;
    private final DeliveryLog deliveries;

    Notifier(String member, AlertmanagerConfig config, NotificationLog log, DeliveryLog deliveries) {
        this.member = member;
        this.config = config;
        this.log = log;
        this.deliveries = deliveries;
    }

    /** Whether the receiver is told in any way at all; if not, no member waits for another. */
    boolean reaches(GroupId group) {
        return !receiver(group).integrations().isEmpty();
    }

    /**
     * Tells each integration what it does not know yet.
     *
     * @param flushed when the group was flushed; {@code now} is later where other members came first
     */
    void tell(GroupId group, List<Notice> notices, Instant flushed, Instant now) {
        List<Notice> firing = notices.stream().filter(Notice::firing).toList();
        List<Notice> resolved =
                notices.stream().filter(notice -> !notice.firing()).toList();
        long[] firingHashes = NotificationLog.hashes(firing);
        long[] resolvedHashes = NotificationLog.hashes(resolved);
        Grouping grouping = group.route().grouping();
        for (Integration integration : receiver(group).integrations()) {
            String key = group.key() + ":" + grouping.receiver() + "/" + integration.kind() + "/" + integration.index();
            boolean sendsResolved = integration.sendResolved();
            if (log.due(key, firingHashes, resolvedHashes, sendsResolved, grouping.repeatInterval(), flushed)) {
                List<Notice> told = sendsResolved ? notices : firing;
                if (!told.isEmpty()) {
                    deliveries.add(delivery(group, integration, told, now));
                }
                // logged even where nobody is told, so that the next firing counts as the first
                log.log(key, firingHashes, resolvedHashes, grouping.repeatInterval(), now);
            }
        }
    }

    private Delivery delivery(GroupId group, Integration integration, List<Notice> told, Instant now) {
        int most = integration.maxAlerts() == 0 ? told.size() : Math.min(integration.maxAlerts(), told.size());
        List<Notice> shown = told.subList(0, most);
        return new Delivery(
                now,
                member,
                group.receiver(),
                integration.kind(),
                group.key(),
                shown.stream().anyMatch(Notice::firing),
                shown.stream().map(Notice::told).toList(),
                told.size() - most);
    }

    private Receiver receiver(GroupId group) {
        return config.routing().receiver(group.receiver());
    }
}
