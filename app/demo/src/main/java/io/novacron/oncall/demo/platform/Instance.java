package io.novacron.oncall.demo.platform;

/** One process of a service. {@code ordinal} counts from 0 within its cluster. */
public record Instance(Service service, int ordinal, Node node) {

    /** {@code api-1}, as in host names, log lines and span tags. */
    public String name() {
        return service.label() + "-" + ordinal;
    }

    public String cluster() {
        return node.cluster();
    }

    /** The {@code instance} label: {@code api-1.eu-west.novacron.example:8090}. */
    public String address() {
        return name() + "." + cluster() + ".novacron.example:" + service.port();
    }
}
