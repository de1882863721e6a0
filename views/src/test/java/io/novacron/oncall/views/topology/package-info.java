@NullMarked
package io.novacron.oncall.views.topology;

import org.jspecify.annotations.NullMarked;
