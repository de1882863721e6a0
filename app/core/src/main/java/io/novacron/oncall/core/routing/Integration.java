package io.novacron.oncall.core.routing;

/**
 * One way in which a receiver is told.
 *
 * @param kind Alertmanager's word, the value of the label {@code integration} of its metrics: {@code webhook},
 *     {@code pagerduty}, …
 * @param index among those of its kind
 * @param target a channel, an address or a host as it is written; empty where the configuration does not say or hides it
 * @param maxAlerts 0 for all of them
 */
public record Integration(String kind, int index, Channel channel, String target, boolean sendResolved, int maxAlerts) {

    /** For a line: {@code PagerDuty on-call}, {@code Slack #incidents}; not safe to show. */
    public String words(String receiver) {
        String word = channel == Channel.OTHER ? kind : channel.word();
        return word + " " + (target.isEmpty() ? receiver : target);
    }
}
