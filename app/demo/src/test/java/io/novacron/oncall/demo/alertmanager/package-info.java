@NullMarked
package io.novacron.oncall.demo.alertmanager;

import org.jspecify.annotations.NullMarked;
