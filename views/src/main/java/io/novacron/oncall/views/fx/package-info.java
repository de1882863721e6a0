/// The border between worker threads and the JavaFX thread. `Platform.runLater` appears here and nowhere else.
@NullMarked
package io.novacron.oncall.views.fx;

import org.jspecify.annotations.NullMarked;
