package io.novacron.oncall.core.action;

import java.time.Instant;

/** One step that was reached, when, and what proves it. */
public record Rung(Step step, Instant at, String detail) {}
