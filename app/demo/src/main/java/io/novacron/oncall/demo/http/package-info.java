/** One small HTTP server on loopback per backend of the estate; it knows nothing of what is served. */
@NullMarked
package io.novacron.oncall.demo.http;

import org.jspecify.annotations.NullMarked;
