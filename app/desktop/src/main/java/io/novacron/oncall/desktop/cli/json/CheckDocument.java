package io.novacron.oncall.desktop.cli.json;

import java.util.List;

/** How all sources stand. */
public record CheckDocument(List<SourceDocument> sources) {}
