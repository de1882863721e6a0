@NullMarked
package io.novacron.oncall.desktop.runbook;

import org.jspecify.annotations.NullMarked;
