package io.novacron.oncall.demo.rule;

import java.util.Iterator;
import java.util.List;

/** The verbs of Go's printf that templates use: {@code %s %v %q %f %e %g %%}, with flags {@code + - 0}, width and precision. */
final class GoFormat {

    private static final String BEFORE_VERB = "-+ #0123456789.";

    private GoFormat() {}

    /** A verb that does not fit its value is written as Go does: {@code %!d(float64=1.5)}. */
    static String format(String format, List<Object> values) {
        Iterator<Object> next = values.iterator();
        StringBuilder out = new StringBuilder();
        int at = 0;
        while (at < format.length()) {
            char c = format.charAt(at++);
            if (c != '%') {
                out.append(c);
                continue;
            }
            int start = at;
            while (at < format.length() && BEFORE_VERB.indexOf(format.charAt(at)) >= 0) {
                at++;
            }
            if (at == format.length()) {
                return out + "%!(NOVERB)";
            }
            Spec spec = Spec.of(format.substring(start, at));
            char verb = format.charAt(at++);
            if (verb == '%') {
                out.append('%');
            } else if (next.hasNext()) {
                out.append(spec.write(verb, next.next()));
            } else {
                out.append("%!").append(verb).append("(MISSING)");
            }
        }
        return out.toString();
    }

    /** What stands between the percent sign and the verb; -1 where it says nothing. */
    private record Spec(boolean left, boolean plus, boolean zero, int width, int precision) {

        static Spec of(String text) {
            int point = text.indexOf('.');
            String before = point < 0 ? text : text.substring(0, point);
            int digits = 0;
            while (digits < before.length() && "-+ #0".indexOf(before.charAt(digits)) >= 0) {
                digits++;
            }
            String flags = before.substring(0, digits);
            return new Spec(
                    flags.contains("-"),
                    flags.contains("+"),
                    flags.contains("0"),
                    number(before.substring(digits)),
                    point < 0 ? -1 : Math.max(0, number(text.substring(point + 1))));
        }

        String write(char verb, Object value) {
            return value instanceof Double number ? number(verb, number) : text(verb, value.toString());
        }

        private String number(char verb, double value) {
            String text = switch (verb) {
                case 'f', 'F' -> GoNumber.fixed(value, precision < 0 ? 6 : precision);
                case 'e' -> GoNumber.scientific(value, precision < 0 ? 6 : precision);
                case 'g', 'v' -> precision < 0 ? GoNumber.general(value) : GoNumber.digits(value, precision);
                default -> "";
            };
            if (text.isEmpty()) {
                return "%!" + verb + "(float64=" + GoNumber.general(value) + ")";
            }
            String signed = plus && !text.startsWith("-") && !text.startsWith("+") ? "+" + text : text;
            return padded(signed, zero && Double.isFinite(value));
        }

        private String text(char verb, String value) {
            String cut = precision >= 0 && precision < value.length() ? value.substring(0, precision) : value;
            return switch (verb) {
                case 's', 'v' -> padded(cut, zero);
                case 'q' -> padded('"' + cut.replace("\\", "\\\\").replace("\"", "\\\"") + '"', zero);
                default -> "%!" + verb + "(string=" + value + ")";
            };
        }

        private String padded(String text, boolean zeros) {
            int missing = width - text.length();
            if (missing <= 0) {
                return text;
            }
            if (left) {
                return text + " ".repeat(missing);
            }
            int sign = zeros && (text.startsWith("-") || text.startsWith("+")) ? 1 : 0;
            return text.substring(0, sign) + (zeros ? "0" : " ").repeat(missing) + text.substring(sign);
        }

        private static int number(String digits) {
            try {
                return digits.isEmpty() ? -1 : Integer.parseInt(digits);
            } catch (NumberFormatException e) {
                return -1;
            }
        }
    }
}
