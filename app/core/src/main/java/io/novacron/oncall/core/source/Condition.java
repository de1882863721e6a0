package io.novacron.oncall.core.source;

/** A state that holds for a source and the sentence that says why. */
public record Condition(SourceState state, String reason) {}
