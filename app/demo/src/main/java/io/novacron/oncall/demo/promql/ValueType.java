package io.novacron.oncall.demo.promql;

/** The four types of PromQL, with the names that Prometheus' messages use. */
public enum ValueType {
    SCALAR("scalar"),
    STRING("string"),
    VECTOR("instant vector"),
    MATRIX("range vector");

    private final String title;

    ValueType(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
