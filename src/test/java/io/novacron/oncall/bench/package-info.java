/** The benchmarks and long proofs behind {@code ./oncall bench}. */
@NullMarked
package io.novacron.oncall.bench;

import org.jspecify.annotations.NullMarked;
