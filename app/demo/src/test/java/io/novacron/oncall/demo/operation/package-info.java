@NullMarked
package io.novacron.oncall.demo.operation;

import org.jspecify.annotations.NullMarked;
