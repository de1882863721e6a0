/** The silences of one member: the server's rules for new ones, changed ones and ended ones (alerts guide S1 to S10). */
@NullMarked
package io.novacron.oncall.demo.alertmanager.silence;

import org.jspecify.annotations.NullMarked;
