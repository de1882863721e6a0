package io.novacron.oncall.demo.scenario;

/** An alert that a scenario makes fire in a cluster. */
public record Firing(String alert, String cluster) {}
