package io.novacron.oncall.demo.log;

import java.time.Instant;
import java.util.Map;

/**
 * One document.
 *
 * @param id the same whenever the line is computed
 * @param fields in the order of the document, without {@code @timestamp}; values are texts, numbers, booleans and maps of these
 */
public record LogLine(LogStream stream, String id, Instant time, Map<String, Object> fields) {}
