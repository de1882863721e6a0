/** Tests of the log store. */
@NullMarked
package io.novacron.oncall.demo.elasticsearch;

import org.jspecify.annotations.NullMarked;
