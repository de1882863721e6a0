package io.novacron.oncall.connectors.http;

import io.novacron.oncall.core.secret.SecretMissingException;
import io.novacron.oncall.core.secret.SecretReader;
import io.novacron.oncall.core.settings.Credential;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Who we say we are. The secret is read anew for every request, so that a rotated file needs no restart. */
final class Credentials {

    /**
     * What one request carries.
     *
     * @param authorization empty without a credential
     * @param secrets texts that must never be shown, even if the backend echoes them
     */
    record Carried(String authorization, Map<String, String> headers, List<String> secrets) {

        @Override
        public String toString() {
            return "•••";
        }

        /** The text without our secrets. */
        String hideIn(String text) {
            String hidden = text;
            for (String secret : secrets) {
                hidden = hidden.replace(secret, "•••");
            }
            return hidden;
        }
    }

    private final Credential credential;
    private final Map<String, String> headers;
    private final SecretReader reader;

    Credentials(Credential credential, Map<String, String> headers, SecretReader reader) {
        this.credential = credential;
        this.headers = new TreeMap<>(headers);
        this.reader = reader;
    }

    /** What we send, without the secret. */
    String shown() {
        return credential.toString();
    }

    Carried read() throws SecretMissingException {
        for (Map.Entry<String, String> header : headers.entrySet()) {
            if (header.getKey().isEmpty() || !header.getKey().chars().allMatch(c -> c > 0x20 && c < 0x7f && c != ':')) {
                throw new SecretMissingException("header " + header.getKey() + " has a name that HTTP does not allow");
            }
            check("header " + header.getKey(), header.getValue());
        }
        return switch (credential) {
            case Credential.None() -> new Carried("", headers, List.of());
            case Credential.Basic(String user, var password) -> {
                String secret = reader.read(password).reveal();
                String coded = base64(user + ":" + secret);
                yield carried("Basic " + coded, secret, coded);
            }
            case Credential.Bearer(var token) -> {
                String secret = reader.read(token).reveal();
                check(credential.toString(), secret);
                yield carried("Bearer " + secret, secret);
            }
            case Credential.ApiKey(var key) -> {
                String secret = reader.read(key).reveal();
                check(credential.toString(), secret);
                String coded = secret.indexOf(':') < 0 ? secret : base64(secret);
                yield carried("ApiKey " + coded, secret, coded);
            }
        };
    }

    private Carried carried(String authorization, String... secrets) {
        return new Carried(
                authorization,
                headers,
                List.of(secrets).stream().filter(s -> !s.isEmpty()).toList());
    }

    private static void check(String what, String value) throws SecretMissingException {
        if (!value.chars().allMatch(c -> c >= 0x20 && c < 0x7f)) {
            throw new SecretMissingException(what
                    + " holds a line break or another character that no HTTP header can carry; write it on one line");
        }
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
