/**
 * Alertmanager clusters as 0.34.2 behaves: API v2, routing, grouping, silences, inhibition and whom they told what. No gossip
 * protocol: members hand their silences and notification logs to each other after a settable delay.
 */
@NullMarked
package io.novacron.oncall.demo.alertmanager;

import org.jspecify.annotations.NullMarked;
