@NullMarked
package io.novacron.oncall.demo.http;

import org.jspecify.annotations.NullMarked;
