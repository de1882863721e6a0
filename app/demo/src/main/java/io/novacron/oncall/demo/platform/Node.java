package io.novacron.oncall.demo.platform;

/** A machine that runs VMs. {@code name} is {@code eu-west-n03}; {@code zone} is one of three of its cluster. */
public record Node(String cluster, String name, String zone, int cpus, long memoryBytes, long diskBytes) {}
