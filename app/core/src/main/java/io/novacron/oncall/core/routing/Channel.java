package io.novacron.oncall.core.routing;

/**
 * The way by which somebody is told, in words of the screen.
 *
 * <p>What a webhook or a topic leads to is not in the configuration: it may page, and counts here as what it is called.
 */
public enum Channel {
    PAGERDUTY("PagerDuty", true),
    OPSGENIE("Opsgenie", true),
    VICTOROPS("VictorOps", true),
    INCIDENT_IO("incident.io", true),
    PUSHOVER("Pushover", true),
    SMS("SMS", true),
    SLACK("Slack", false),
    EMAIL("Email", false),
    WEBHOOK("Webhook", false),
    SNS("SNS topic", false),
    TEAMS("Microsoft Teams", false),
    TELEGRAM("Telegram", false),
    DISCORD("Discord", false),
    WEBEX("Webex", false),
    MATTERMOST("Mattermost", false),
    ROCKETCHAT("Rocket.Chat", false),
    WECHAT("WeChat", false),
    JIRA("Jira", false),
    /** One that this program does not know; its own name is shown. */
    OTHER("Other", false);

    private final String word;
    private final boolean pages;

    Channel(String word, boolean pages) {
        this.word = word;
        this.pages = pages;
    }

    public String word() {
        return word;
    }

    /** Whether it is made to wake a person. */
    public boolean pages() {
        return pages;
    }
}
