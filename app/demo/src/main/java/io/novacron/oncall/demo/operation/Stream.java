package io.novacron.oncall.demo.operation;

/** Where operations come from. */
enum Stream {
    /** What users and schedules do every day. */
    USUAL(0),
    /** Live migrations that an incident adds. */
    MIGRATIONS(1),
    /** Logins with a wrong password that an incident adds. */
    LOGINS(2);

    private final int number;

    Stream(int number) {
        this.number = number;
    }

    /** What trace ids and dice know it by. */
    int number() {
        return number;
    }
}
