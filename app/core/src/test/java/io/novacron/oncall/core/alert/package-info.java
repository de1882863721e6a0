@NullMarked
package io.novacron.oncall.core.alert;

import org.jspecify.annotations.NullMarked;
