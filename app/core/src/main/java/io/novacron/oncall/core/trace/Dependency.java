package io.novacron.oncall.core.trace;

/** How often spans of {@code child} were called from spans of {@code parent} in the window asked for. */
public record Dependency(String parent, String child, long callCount) {}
