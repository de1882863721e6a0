package io.novacron.oncall.views.topology;

import java.util.Locale;

/// Counts of calls in few characters.
final class Calls {
    private static final String[] SIGNS = {"", "k", "M", "G", "T", "P", "E"};

    private Calls() {}

    /// `7`, `950`, `1.2k`, `34k`, `5.6M`.
    static String words(long calls) {
        double value = (double) calls;
        int sign = 0;
        while (value >= 999.5 && sign < SIGNS.length - 1) {
            value /= 1000;
            sign++;
        }
        String digits = sign > 0 && value < 9.95 ? "%.1f" : "%.0f";
        return String.format(Locale.ROOT, digits, value) + SIGNS[sign];
    }
}
