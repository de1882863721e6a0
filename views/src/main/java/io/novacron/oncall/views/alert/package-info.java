/// The alerts: the list, one alert in full, and what an operator can do about them.
@NullMarked
package io.novacron.oncall.views.alert;

import org.jspecify.annotations.NullMarked;
