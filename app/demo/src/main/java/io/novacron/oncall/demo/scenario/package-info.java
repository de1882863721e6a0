/** What can go wrong in the estate: scripted incidents, each with one cause and a truth sheet that says how to find it. */
@NullMarked
package io.novacron.oncall.demo.scenario;

import org.jspecify.annotations.NullMarked;
