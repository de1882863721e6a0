package io.novacron.oncall.core.alert;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * What one console hands to another to open an alert: {@code oncall://alert/FINGERPRINT?cluster=NAME}. The same labels may
 * fire in several clusters, so the fingerprint alone does not say which is meant.
 *
 * @param fingerprint 16 lower-case hexadecimal digits
 * @param cluster empty for any that has the alert
 */
public record AlertLink(String fingerprint, String cluster) {

    /** What every one begins with. */
    public static final String SCHEME = "oncall://alert/";

    private static final String CLUSTER = "?cluster=";

    public static AlertLink to(AlertKey key) {
        return new AlertLink(key.fingerprint(), key.cluster());
    }

    /** The link that this text is; empty where it is none. */
    public static Optional<AlertLink> read(String text) {
        if (!text.startsWith(SCHEME)) {
            return Optional.empty();
        }
        String rest = text.substring(SCHEME.length());
        int at = rest.indexOf(CLUSTER);
        String fingerprint = at < 0 ? rest : rest.substring(0, at);
        if (fingerprint.length() != 16 || !fingerprint.chars().allMatch(c -> c < 0x80 && Character.digit(c, 16) >= 0)) {
            return Optional.empty();
        }
        try {
            String cluster =
                    at < 0 ? "" : URLDecoder.decode(rest.substring(at + CLUSTER.length()), StandardCharsets.UTF_8);
            return Optional.of(new AlertLink(fingerprint.toLowerCase(Locale.ROOT), cluster));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // a percent sign without its two digits
        }
    }

    public boolean means(AlertKey key) {
        return key.fingerprint().equals(fingerprint) && (cluster.isEmpty() || cluster.equals(key.cluster()));
    }

    public String text() {
        return SCHEME
                + fingerprint
                + (cluster.isEmpty() ? "" : CLUSTER + URLEncoder.encode(cluster, StandardCharsets.UTF_8));
    }
}
