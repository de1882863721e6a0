package io.novacron.oncall.core.secret;

/** Where a secret stands. The secret itself is read for each request, so that a rotated file needs no restart. */
public sealed interface SecretRef {

    record Environment(String variable) implements SecretRef {
        @Override
        public String toString() {
            return "env:" + variable;
        }
    }

    record File(java.nio.file.Path path) implements SecretRef {
        @Override
        public String toString() {
            return "file:" + path;
        }
    }
}
