/** Tests of the log book. */
@NullMarked
package io.novacron.oncall.demo.log;

import org.jspecify.annotations.NullMarked;
