package io.novacron.oncall.core.log;

/** Where a page ended, in the backend's own words; sent back unchanged. */
public record LogCursor(String sortValues) {}
