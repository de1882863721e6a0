@NullMarked
package io.novacron.oncall.desktop.link;

import org.jspecify.annotations.NullMarked;
