/// Small controls every view shares: badges, chips, ages, placeholders, key caps, and text from outside made safe.
@NullMarked
package io.novacron.oncall.views.controls;

import org.jspecify.annotations.NullMarked;
