@NullMarked
package io.novacron.oncall.core.triage;

import org.jspecify.annotations.NullMarked;
