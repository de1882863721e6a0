@NullMarked
package io.novacron.oncall.demo.world;

import org.jspecify.annotations.NullMarked;
