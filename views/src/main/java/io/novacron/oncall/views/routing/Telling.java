package io.novacron.oncall.views.routing;

import io.novacron.oncall.core.routing.Channel;
import io.novacron.oncall.core.routing.Delivery;
import io.novacron.oncall.core.routing.Grouping;
import io.novacron.oncall.core.routing.Mute;
import io.novacron.oncall.core.time.PromDuration;
import io.novacron.oncall.themes.Icon;
import io.novacron.oncall.views.controls.ExactTime;
import java.time.Instant;
import java.time.ZoneId;

/// What the pane says of groups, mutes and deliveries, in words.
///
/// @param zone the operator's own time zone
record Telling(ZoneId zone) {
    /// `by cluster, alertname · first after 10s, then every 1m, again after 1h`.
    static String timers(Grouping grouping) {
        String by = grouping.byAll()
                ? "every alert by itself"
                : grouping.by().isEmpty() ? "all alerts together" : "by " + String.join(", ", grouping.by());
        return by + " · first after " + PromDuration.format(grouping.groupWait()) + ", news every "
                + PromDuration.format(grouping.groupInterval()) + ", again after "
                + PromDuration.format(grouping.repeatInterval());
    }

    /// One sentence without full stop; empty where no interval ever mutes.
    String mute(Mute mute) {
        Instant until = mute.until();
        String names = String.join(", ", mute.by());
        return switch (mute.state()) {
            case UNKNOWN -> "not known whether muted: " + names + " cannot be read here";
            case MUTED ->
                "muted now by " + names
                        + (until == null ? ", for more than a year" : " until " + new ExactTime(zone).minutes(until));
            case AUDIBLE -> until == null ? "" : "not muted; next " + new ExactTime(zone).minutes(until);
        };
    }

    String delivery(Delivery delivery) {
        return switch (delivery) {
            case Delivery.Failing(Instant since, boolean before, long failed, long sent) ->
                "failing since " + new ExactTime(zone).minutes(since) + (before ? " or longer" : "") + ": " + failed
                        + " of " + sent + " failed in 1 h";
            case Delivery.FailedEarlier(Instant last, long failed, long sent) ->
                failed + " of " + sent + " failed in 1 h, last " + new ExactTime(zone).minutes(last);
            case Delivery.Arrives(long sent) -> sent + " sent in 1 h, none failed";
            case Delivery.Unused _ -> "nothing sent in 1 h, so not proved";
            case Delivery.Unknown(String why) -> "not known: " + why;
        };
    }

    static Icon icon(Delivery delivery) {
        return switch (delivery) {
            case Delivery.Failing _ -> Icon.WARNING;
            case Delivery.FailedEarlier _ -> Icon.WARNING;
            case Delivery.Arrives _ -> Icon.CHECK;
            case Delivery.Unused _ -> Icon.CIRCLE;
            case Delivery.Unknown _ -> Icon.QUESTION;
        };
    }

    /// The style class that gives a chip its colours; green only on proof.
    static String style(Delivery delivery) {
        return switch (delivery) {
            case Delivery.Failing _ -> "oc-health-down";
            case Delivery.FailedEarlier _ -> "oc-health-degraded";
            case Delivery.Arrives _ -> "oc-health-healthy";
            case Delivery.Unused _ -> "oc-health-unknown";
            case Delivery.Unknown _ -> "oc-health-unknown";
        };
    }

    static Icon icon(Channel channel) {
        return switch (channel) {
            case PAGERDUTY, OPSGENIE, VICTOROPS, INCIDENT_IO -> Icon.BELL;
            case SMS, PUSHOVER -> Icon.PHONE;
            case EMAIL -> Icon.MAIL;
            case SLACK, TEAMS, TELEGRAM, DISCORD, WEBEX, MATTERMOST, ROCKETCHAT, WECHAT -> Icon.CHAT;
            case WEBHOOK, SNS, JIRA -> Icon.LINK;
            case OTHER -> Icon.QUESTION;
        };
    }
}
