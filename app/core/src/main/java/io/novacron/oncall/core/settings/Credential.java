package io.novacron.oncall.core.settings;

import io.novacron.oncall.core.secret.SecretRef;

/** How a source is told who we are. {@code toString} names it without the secret. */
public sealed interface Credential {

    record None() implements Credential {
        @Override
        public String toString() {
            return "no credential";
        }
    }

    record Basic(String user, SecretRef password) implements Credential {
        @Override
        public String toString() {
            return "basic user " + user + ", password from " + password;
        }
    }

    record Bearer(SecretRef token) implements Credential {
        @Override
        public String toString() {
            return "bearer token from " + token;
        }
    }

    record ApiKey(SecretRef key) implements Credential {
        @Override
        public String toString() {
            return "API key from " + key;
        }
    }
}
