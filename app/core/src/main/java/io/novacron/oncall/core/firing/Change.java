package io.novacron.oncall.core.firing;

import java.time.Instant;

/** The console saw an alert begin or end. */
public record Change(Instant at, boolean fires) {}
