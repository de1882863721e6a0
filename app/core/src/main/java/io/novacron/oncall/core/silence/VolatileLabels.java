package io.novacron.oncall.core.silence;

import com.google.re2j.Pattern;
import io.novacron.oncall.core.alert.Labels;
import io.novacron.oncall.core.silence.Matcher.Op;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Labels that a restart or a move changes: pod, replica, the port of an instance, {@code __*} (alerts guide S13). */
public final class VolatileLabels {

    private static final Set<String> NAMES = Set.of("pod", "replica");

    private VolatileLabels() {}

    /**
     * Matchers to begin a silence of this alert with: its labels without the volatile ones, an instance without its port;
     * all of its labels where nothing else is left.
     */
    public static List<Matcher> prefill(Labels labels) {
        List<Matcher> stable = new ArrayList<>();
        List<Matcher> all = new ArrayList<>();
        for (Map.Entry<String, String> label : labels.byName().entrySet()) {
            Matcher exact = Matcher.equal(label.getKey(), label.getValue());
            all.add(exact);
            if (!names(exact)) {
                stable.add(exact);
            } else if (exact.name().equals("instance")) {
                String host = exact.value().substring(0, exact.value().lastIndexOf(':'));
                stable.add(new Matcher("instance", Op.REGEX, Pattern.quote(host) + "(:[0-9]+)?"));
            }
        }
        return List.copyOf(stable.isEmpty() ? all : stable);
    }

    static boolean names(Matcher matcher) {
        if (matcher.name().equals("instance")) {
            return matcher.op() == Op.EQUAL && endsWithPort(matcher.value());
        }
        return NAMES.contains(matcher.name()) || matcher.name().startsWith("__");
    }

    private static boolean endsWithPort(String instance) {
        int colon = instance.lastIndexOf(':');
        return colon > 0
                && colon < instance.length() - 1
                && instance.chars().skip(colon + 1).allMatch(c -> c >= '0' && c <= '9');
    }
}
