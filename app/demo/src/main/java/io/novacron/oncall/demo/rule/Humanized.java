package io.novacron.oncall.demo.rule;

/** Numbers for people, as Prometheus' template functions write them. */
final class Humanized {

    private static final String LARGE = "kMGTPEZY";
    private static final String SMALL = "munpfazy";
    private static final long MINUTE = 60;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;

    private Humanized() {}

    static String metric(double value) {
        return Math.abs(value) >= 1 ? scaled(value, 1000, "") : small(value);
    }

    static String binary(double value) {
        return Math.abs(value) <= 1 ? GoNumber.fourDigits(value) : scaled(value, 1024, "i");
    }

    static String percentage(double value) {
        return GoNumber.fourDigits(value * 100) + "%";
    }

    /** Seconds in days, hours, minutes and seconds. */
    static String duration(double value) {
        if (!Double.isFinite(value)) {
            return GoNumber.fourDigits(value);
        }
        if (Math.abs(value) < 1) {
            return small(value) + "s";
        }
        String sign = value < 0 ? "-" : "";
        long whole = (long) Math.abs(value);
        String seconds = whole % MINUTE + "s";
        String minutes = whole / MINUTE % 60 + "m " + seconds;
        String hours = whole / HOUR % 24 + "h " + minutes;
        if (whole >= DAY) {
            return sign + whole / DAY + "d " + hours;
        }
        if (whole >= HOUR) {
            return sign + hours;
        }
        return sign + (whole >= MINUTE ? minutes : GoNumber.fourDigits(Math.abs(value)) + "s");
    }

    private static String scaled(double value, double base, String suffix) {
        double rest = value;
        int power = 0;
        while (Double.isFinite(rest) && Math.abs(rest) >= base && power < LARGE.length()) {
            rest /= base;
            power++;
        }
        return GoNumber.fourDigits(rest) + (power == 0 ? "" : LARGE.charAt(power - 1) + suffix);
    }

    private static String small(double value) {
        double rest = value;
        int power = 0;
        while (rest != 0 && Math.abs(rest) < 1 && power < SMALL.length()) {
            rest *= 1000;
            power++;
        }
        return GoNumber.fourDigits(rest) + (power == 0 ? "" : SMALL.substring(power - 1, power));
    }
}
