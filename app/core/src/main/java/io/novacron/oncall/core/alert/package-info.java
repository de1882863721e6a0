/** Alerts as the console knows them: merged over the members of one Alertmanager cluster. */
@NullMarked
package io.novacron.oncall.core.alert;

import org.jspecify.annotations.NullMarked;
