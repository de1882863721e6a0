package io.novacron.oncall.core.journal;

/**
 * Who writes into the journal.
 *
 * @param environment of the configuration; clusters of two environments may share a name
 * @param actor name of the operator
 * @param console tells one process of this host from every other, also from a later one with the same number
 * @param version of the program
 */
public record Signature(String environment, String actor, String host, String console, String version) {}
