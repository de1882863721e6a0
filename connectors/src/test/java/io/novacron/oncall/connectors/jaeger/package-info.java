@NullMarked
package io.novacron.oncall.connectors.jaeger;

import org.jspecify.annotations.NullMarked;
