@NullMarked
package io.novacron.oncall.demo.health;

import org.jspecify.annotations.NullMarked;
