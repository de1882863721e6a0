@NullMarked
package io.novacron.oncall.views.controls;

import org.jspecify.annotations.NullMarked;
