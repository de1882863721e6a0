@NullMarked
package io.novacron.oncall.connectors.elasticsearch;

import org.jspecify.annotations.NullMarked;
