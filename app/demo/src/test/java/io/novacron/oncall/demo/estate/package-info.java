@NullMarked
package io.novacron.oncall.demo.estate;

import org.jspecify.annotations.NullMarked;
