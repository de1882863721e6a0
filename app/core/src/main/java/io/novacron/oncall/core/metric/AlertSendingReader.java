package io.novacron.oncall.core.metric;

import com.google.re2j.PatternSyntaxException;
import io.novacron.oncall.core.alert.Labels;
import io.novacron.oncall.core.routing.ConfigException;
import io.novacron.oncall.core.routing.ConfigNode;
import io.novacron.oncall.core.text.Visible;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads a Prometheus's configuration as far as it says what happens to its alerts. */
public final class AlertSendingReader {

    private AlertSendingReader() {}

    /**
     * From the text that {@code /api/v1/status/config} gives. That is not the file: the server writes its defaults out and
     * leaves empty texts away, so a separator or a replacement that is missing here is empty (seen on 3.8.1), where one that is
     * missing in the file is {@code ;} or {@code $1}.
     */
    public static AlertSending read(String yaml) throws ConfigException {
        ConfigNode file = ConfigNode.document(yaml);
        Map<String, String> external = new TreeMap<>();
        for (Map.Entry<String, ConfigNode> label :
                file.at("global").at("external_labels").entries().entrySet()) {
            external.put(label.getKey(), label.getValue().text());
        }
        ConfigNode alerting = file.at("alerting");
        List<List<Relabel>> targets = new ArrayList<>();
        for (ConfigNode group : alerting.at("alertmanagers").items()) {
            targets.add(steps(group.at("alert_relabel_configs")));
        }
        return new AlertSending(Labels.of(external), steps(alerting.at("alert_relabel_configs")), targets);
    }

    private static List<Relabel> steps(ConfigNode list) throws ConfigException {
        List<Relabel> steps = new ArrayList<>();
        for (ConfigNode step : list.items()) {
            steps.add(step(step));
        }
        return steps;
    }

    private static Relabel step(ConfigNode step) throws ConfigException {
        String word = text(step, "action", "replace");
        Relabel.Action action = Relabel.Action.of(word)
                .orElseThrow(() -> step.wrong("the relabel action \"" + Visible.line(word, 40) + "\" is not known"));
        String regex = text(step, "regex", "(.*)");
        long modulus = number(step);
        if (action == Relabel.Action.HASHMOD && modulus == 0) {
            throw step.wrong("hashmod needs a modulus");
        }
        try {
            return new Relabel(
                    action,
                    step.at("source_labels").texts(),
                    text(step, "separator", ""),
                    Relabel.pattern(regex),
                    modulus,
                    text(step, "target_label", ""),
                    text(step, "replacement", ""));
        } catch (PatternSyntaxException e) {
            throw step.wrong("the pattern is no regular expression of RE2: " + Visible.line(e.getDescription(), 120));
        }
    }

    /** What is written, even if that is an empty text. */
    private static String text(ConfigNode step, String key, String otherwise) throws ConfigException {
        ConfigNode value = step.entries().get(key);
        return value == null ? otherwise : value.text();
    }

    private static long number(ConfigNode step) throws ConfigException {
        String written = step.at("modulus").text();
        try {
            return written.isEmpty() ? 0 : Long.parseUnsignedLong(written);
        } catch (NumberFormatException e) {
            throw step.wrong("the modulus is no number");
        }
    }
}
