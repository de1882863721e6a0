package io.novacron.oncall.core.runbook;

import java.time.Instant;

/**
 * What to do when an alert fires, as somebody wrote it.
 *
 * @param name the file's name without its ending
 * @param text Markdown, from outside: never HTML to be drawn
 * @param place the file it came from
 * @param modified when the file was last changed
 * @param kept true where the folder could not be read and this is the copy kept of it
 */
public record Runbook(String name, String text, String place, Instant modified, boolean kept) {}
