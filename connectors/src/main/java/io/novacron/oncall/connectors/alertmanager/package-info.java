/** Alertmanager's API v2: reads clusters of 0.25 and later, writes silences to single members. */
@NullMarked
package io.novacron.oncall.connectors.alertmanager;

import org.jspecify.annotations.NullMarked;
