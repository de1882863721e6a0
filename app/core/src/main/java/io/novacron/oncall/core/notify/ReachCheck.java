package io.novacron.oncall.core.notify;

/**
 * Whether one part of the way to the operator works.
 *
 * @param name {@code daemon}, {@code sound} or {@code mute}
 * @param detail one sentence: what was found and, where it is not good, the way out
 */
public record ReachCheck(String name, boolean ok, String detail) {}
