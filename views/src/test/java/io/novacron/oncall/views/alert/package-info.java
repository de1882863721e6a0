@NullMarked
package io.novacron.oncall.views.alert;

import org.jspecify.annotations.NullMarked;
