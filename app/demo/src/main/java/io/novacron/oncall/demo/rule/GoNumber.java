package io.novacron.oncall.demo.rule;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Floating point numbers as Go's strconv writes them. */
public final class GoNumber {

    private GoNumber() {}

    /** The shortest text without an exponent that reads back as the number (format 'f', precision -1). */
    public static String plain(double value) {
        return Double.isFinite(value) ? signed(value, shortest(value).toPlainString()) : special(value);
    }

    /** The shortest text with an exponent of at least two digits (format 'e', precision -1): {@code 1.5e+00}. */
    public static String exponent(double value) {
        return Double.isFinite(value) ? signed(value, scientific(shortest(value))) : special(value);
    }

    /** As JSON answers carry samples: with an exponent only below 1e-6 and from 1e21 on. */
    public static String sample(double value) {
        double size = Math.abs(value);
        return size != 0 && (size < 1e-6 || size >= 1e21) ? exponent(value) : plain(value);
    }

    /** As a template prints a bare number (format 'g', precision -1): with an exponent from 1e+06 on. */
    static String general(double value) {
        return general(value, shortest(value), 6);
    }

    /** Four significant digits without trailing zeros ({@code %.4g}). */
    static String fourDigits(double value) {
        return digits(value, 4);
    }

    /** So many significant digits, at least one, without trailing zeros. */
    static String digits(double value, int significant) {
        if (!Double.isFinite(value)) {
            return special(value);
        }
        int kept = Math.max(1, significant);
        return general(value, new BigDecimal(value).round(new MathContext(kept, RoundingMode.HALF_EVEN)), kept);
    }

    /** So many digits after the point ({@code %.2f}). */
    static String fixed(double value, int digits) {
        return Double.isFinite(value)
                ? signed(
                        value,
                        new BigDecimal(value)
                                .abs()
                                .setScale(digits, RoundingMode.HALF_EVEN)
                                .toPlainString())
                : special(value);
    }

    /** One digit before the point, so many after it, and an exponent ({@code %.3e}). */
    static String scientific(double value, int digits) {
        if (!Double.isFinite(value)) {
            return special(value);
        }
        BigDecimal rounded = new BigDecimal(value).abs().round(new MathContext(digits + 1, RoundingMode.HALF_EVEN));
        String text = scientific(rounded);
        int e = text.indexOf('e');
        int missing = digits - Math.max(0, e - 2);
        String point = e == 1 && digits > 0 ? "." : "";
        return signed(value, text.substring(0, e) + point + "0".repeat(missing) + text.substring(e));
    }

    private static String general(double value, BigDecimal digits, int largest) {
        if (!Double.isFinite(value)) {
            return special(value);
        }
        BigDecimal size = digits.abs().stripTrailingZeros();
        int exponent = size.signum() == 0 ? 0 : size.precision() - size.scale() - 1;
        return signed(value, exponent < -4 || exponent >= largest ? scientific(size) : size.toPlainString());
    }

    private static BigDecimal shortest(double value) {
        if (!Double.isFinite(value) || value == 0) {
            return BigDecimal.ZERO;
        }
        return new BigDecimal(Double.toString(Math.abs(value))).stripTrailingZeros();
    }

    private static String scientific(BigDecimal size) {
        String digits = size.stripTrailingZeros().unscaledValue().toString();
        int exponent = size.signum() == 0 ? 0 : size.precision() - size.scale() - 1;
        String mantissa = digits.length() == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
        String power = (Math.abs(exponent) < 10 ? "0" : "") + Math.abs(exponent);
        return mantissa + "e" + (exponent < 0 ? "-" : "+") + power;
    }

    private static String signed(double value, String size) {
        boolean negative = value < 0 || (value == 0 && 1 / value < 0);
        return negative ? "-" + size : size;
    }

    private static String special(double value) {
        if (Double.isNaN(value)) {
            return "NaN";
        }
        return value > 0 ? "+Inf" : "-Inf";
    }
}
