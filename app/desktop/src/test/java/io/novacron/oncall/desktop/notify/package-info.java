@NullMarked
package io.novacron.oncall.desktop.notify;

import org.jspecify.annotations.NullMarked;
