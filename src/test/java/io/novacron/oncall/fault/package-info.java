/** Faults between the program and real servers, put in by a proxy inside the test's own process. */
@NullMarked
package io.novacron.oncall.fault;

import org.jspecify.annotations.NullMarked;
