package io.novacron.oncall.desktop.cli.json;

import java.util.List;

/** Whether labels satisfy all matchers. */
public record MatchDocument(boolean matches, List<MatcherDocument> matchers) {}
