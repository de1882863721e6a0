package io.novacron.oncall.core.routing;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The kinds of integration that Alertmanager 0.34 has, in the order in which it tells them. */
enum IntegrationKind {
    WEBHOOK(Channel.WEBHOOK, true, "url"),
    EMAIL(Channel.EMAIL, false, "to"),
    PAGERDUTY(Channel.PAGERDUTY, true, ""),
    OPSGENIE(Channel.OPSGENIE, true, ""),
    WECHAT(Channel.WECHAT, false, ""),
    SLACK(Channel.SLACK, false, "channel"),
    VICTOROPS(Channel.VICTOROPS, true, ""),
    PUSHOVER(Channel.PUSHOVER, true, ""),
    SNS(Channel.SNS, true, ""),
    TELEGRAM(Channel.TELEGRAM, true, ""),
    DISCORD(Channel.DISCORD, true, ""),
    WEBEX(Channel.WEBEX, true, ""),
    MSTEAMS(Channel.TEAMS, true, ""),
    MSTEAMSV2(Channel.TEAMS, true, ""),
    JIRA(Channel.JIRA, true, "project"),
    INCIDENTIO(Channel.INCIDENT_IO, true, ""),
    ROCKETCHAT(Channel.ROCKETCHAT, false, "channel"),
    MATTERMOST(Channel.MATTERMOST, true, "channel");

    private final Channel channel;
    private final boolean sendsResolved;
    private final String targetKey;

    IntegrationKind(Channel channel, boolean sendsResolved, String targetKey) {
        this.channel = channel;
        this.sendsResolved = sendsResolved;
        this.targetKey = targetKey;
    }

    /** Alertmanager's word for it. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static @Nullable IntegrationKind of(String word) {
        for (IntegrationKind kind : values()) {
            if (kind.word().equals(word)) {
                return kind;
            }
        }
        return null;
    }

    Integration read(int index, ConfigNode node) throws ConfigException {
        // a phone number is a short message; a topic may lead anywhere
        String phone = this == SNS ? node.at("phone_number").text() : "";
        return new Integration(
                word(),
                index,
                phone.isEmpty() ? channel : Channel.SMS,
                phone.isEmpty() ? target(node) : phone,
                node.at("send_resolved").flag(sendsResolved),
                maxAlerts(node.at("max_alerts")));
    }

    /** A masked secret and a template that only Alertmanager fills say nothing. */
    private String target(ConfigNode node) throws ConfigException {
        String written = targetKey.isEmpty() ? "" : node.at(targetKey).text();
        String shown = this == WEBHOOK ? host(written) : written;
        return shown.contains("<secret>") || shown.contains("{{") ? "" : shown;
    }

    /** Of an address: its path may be a secret. */
    private static String host(String url) {
        int start = url.indexOf("://");
        if (start < 0) {
            return "";
        }
        String rest = url.substring(start + 3);
        int end = 0;
        while (end < rest.length() && "/?#".indexOf(rest.charAt(end)) < 0) {
            end++;
        }
        return rest.substring(rest.lastIndexOf('@', Math.max(0, end - 1)) + 1, end);
    }

    private static int maxAlerts(ConfigNode node) throws ConfigException {
        String text = node.text();
        try {
            return text.isEmpty() ? 0 : Integer.parseUnsignedInt(text);
        } catch (NumberFormatException e) {
            throw node.wrong("a number of alerts is expected here");
        }
    }
}
