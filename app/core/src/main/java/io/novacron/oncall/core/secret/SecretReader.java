package io.novacron.oncall.core.secret;

/** Reads secrets from where they stand. */
public interface SecretReader {

    /** The secret, trimmed of white space at both ends. */
    Secret read(SecretRef ref) throws SecretMissingException;
}
