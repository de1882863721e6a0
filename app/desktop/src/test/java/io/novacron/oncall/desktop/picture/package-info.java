@NullMarked
package io.novacron.oncall.desktop.picture;

import org.jspecify.annotations.NullMarked;
