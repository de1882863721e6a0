package io.novacron.oncall.core.alert;

/**
 * The console's severities, worst first (NovaCron guide §5). {@link #UNKNOWN} is a bucket of its own, sorted next to S2 and
 * never dropped.
 */
public enum Severity {
    S1("S1", "page, war room"),
    S2("S2", "page"),
    UNKNOWN("S?", "unknown severity"),
    S3("S3", "ticket"),
    S4("S4", "low"),
    S5("S5", "information");

    private final String mark;
    private final String meaning;

    Severity(String mark, String meaning) {
        this.mark = mark;
        this.meaning = meaning;
    }

    public String mark() {
        return mark;
    }

    public String meaning() {
        return meaning;
    }

    /** True for the three highest severities and the unknown one: they stand between us and ALL CLEAR (G0). */
    public boolean blocksAllClear() {
        return this != S4 && this != S5;
    }
}
