/**
 * What the real servers are filled with: one small NovaCron installation, the same for every run (the random numbers have
 * a fixed seed), at times relative to a given moment. All signals use the same names, so that pivots between them meet.
 */
@NullMarked
package io.novacron.oncall.servers.seed;

import org.jspecify.annotations.NullMarked;
