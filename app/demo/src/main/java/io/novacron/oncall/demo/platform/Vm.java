package io.novacron.oncall.demo.platform;

/** A virtual machine of a tenant and the node it lives on. {@code id} is {@code vm-0a1b2c}. */
public record Vm(String id, String name, String tenant, Node node, int cpus, long memoryBytes, long diskBytes) {}
