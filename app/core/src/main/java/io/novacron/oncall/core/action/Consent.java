package io.novacron.oncall.core.action;

import org.jspecify.annotations.Nullable;

/**
 * What the operator typed to go on with something dangerous.
 *
 * @param count the count of alerts it hits; null if none was typed
 * @param reason why a responder goes beyond the role (break-glass, reliability guide §8); may be empty
 */
public record Consent(@Nullable Integer count, String reason) {

    public static final Consent NONE = new Consent(null, "");
}
