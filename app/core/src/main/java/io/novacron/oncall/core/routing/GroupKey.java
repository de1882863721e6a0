package io.novacron.oncall.core.routing;

import io.novacron.oncall.core.alert.Labels;
import io.novacron.oncall.core.text.GoQuote;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.StringJoiner;

/**
 * How Alertmanager names a group of alerts in what it sends: the matchers from the root to the route, a colon, and the labels
 * that the group shares.
 */
public final class GroupKey {

    private GroupKey() {}

    /** The group in which an alert with these labels is at a route that takes it. */
    public static String of(Route route, Labels labels) {
        StringJoiner shared = new StringJoiner(", ", "{", "}");
        route.grouping().of(labels).byName().forEach((name, value) -> shared.add(name + "=" + GoQuote.of(value)));
        return route.key() + ":" + shared;
    }

    /** By which PagerDuty knows the incident of the group: the SHA-256 of its key, as lower-case hex digits. */
    public static String dedupKey(Route route, Labels labels) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(of(route, labels).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
