@NullMarked
package io.novacron.oncall.views.demo;

import org.jspecify.annotations.NullMarked;
