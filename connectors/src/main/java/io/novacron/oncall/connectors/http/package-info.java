/**
 * The wire: one bounded, patient and suspicious HTTP client per source, and the one JSON reader. Nothing else in the program
 * sees OkHttp (reliability guide §2 to §4).
 */
@NullMarked
package io.novacron.oncall.connectors.http;

import org.jspecify.annotations.NullMarked;
