/** The program: where it starts, what it is made of, its window and its log. */
@NullMarked
package io.novacron.oncall.desktop;

import org.jspecify.annotations.NullMarked;
