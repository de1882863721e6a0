@NullMarked
package io.novacron.oncall.views.runbook;

import org.jspecify.annotations.NullMarked;
