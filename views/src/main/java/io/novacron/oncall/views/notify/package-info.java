/// What called the operator and why, and whether a call would arrive.
@NullMarked
package io.novacron.oncall.views.notify;

import org.jspecify.annotations.NullMarked;
