@NullMarked
package io.novacron.oncall.views.notify;

import org.jspecify.annotations.NullMarked;
