package io.novacron.oncall.core.fetch;

import java.time.Instant;

/** Something that runs in the background, as the window shows it. */
public record Work(long id, String what, Instant since) {}
