/// Services and the calls between them: a stable picture, its table and what each verdict rests on.
@NullMarked
package io.novacron.oncall.views.topology;

import org.jspecify.annotations.NullMarked;
