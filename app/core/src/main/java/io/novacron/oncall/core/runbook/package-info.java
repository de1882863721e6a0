@NullMarked
package io.novacron.oncall.core.runbook;

import org.jspecify.annotations.NullMarked;
