package io.novacron.oncall.core.settings;

import java.util.Locale;

/** Who sits at the console (reliability guide §8). The server's authentication is the authority; roles are a guard. */
public enum Role {
    WALL,
    VIEWER,
    RESPONDER,
    LEAD,
    ADMIN;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public boolean atLeast(Role other) {
        return compareTo(other) >= 0;
    }
}
