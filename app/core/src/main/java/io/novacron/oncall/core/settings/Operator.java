package io.novacron.oncall.core.settings;

/** Author of acknowledgements and silences. */
public record Operator(String name, Role role) {}
