package io.novacron.oncall.core.settings;

/** A filter that the operator gave a name, with the look of the table that belongs to it. */
public record SavedFilter(String name, String query, TableState table) {}
