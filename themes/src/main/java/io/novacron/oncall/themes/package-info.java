/// How the console looks: colour tokens, the three themes, fonts, icons. Knows no view and no data.
@NullMarked
package io.novacron.oncall.themes;

import org.jspecify.annotations.NullMarked;
