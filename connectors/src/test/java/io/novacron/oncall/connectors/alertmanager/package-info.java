@NullMarked
package io.novacron.oncall.connectors.alertmanager;

import org.jspecify.annotations.NullMarked;
