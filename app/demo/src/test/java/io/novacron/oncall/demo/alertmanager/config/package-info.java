@NullMarked
package io.novacron.oncall.demo.alertmanager.config;

import org.jspecify.annotations.NullMarked;
