@NullMarked
package io.novacron.oncall.core.action;

import org.jspecify.annotations.NullMarked;
