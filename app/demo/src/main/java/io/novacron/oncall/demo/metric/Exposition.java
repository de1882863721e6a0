package io.novacron.oncall.demo.metric;

import io.novacron.oncall.demo.metric.page.Page;
import io.novacron.oncall.demo.metric.page.Series;
import java.util.List;
import java.util.Map;

/** One page in Prometheus' text format 0.0.4. */
final class Exposition {

    private static final String RENAMED = "exported_";

    private final ScrapeTarget target;
    private final double time;
    private final StringBuilder text = new StringBuilder(16_384);

    Exposition(ScrapeTarget target, double time) {
        this.target = target;
        this.time = time;
    }

    String of(List<Page.Family> families) {
        families.stream().filter(family -> family.about().passesLint()).forEach(this::family);
        return text.toString();
    }

    private void family(Page.Family family) {
        String name = family.about().name();
        text.append("# HELP ")
                .append(name)
                .append(' ')
                .append(family.about().help())
                .append('\n');
        text.append("# TYPE ").append(name).append(' ');
        text.append(family.about().type().label()).append('\n');
        family.series().forEach(this::sample);
        family.passing().forEach(passing -> passing.between(time, time).forEach(this::sample));
    }

    private void sample(Series series) {
        if (!series.present().test(time)) {
            return;
        }
        text.append(series.labels().get(Page.NAME));
        String separator = "{";
        for (Map.Entry<String, String> label : series.labels().byName().entrySet()) {
            if (!label.getKey().equals(Page.NAME) && !target.labels().has(label.getKey())) {
                text.append(separator).append(own(label.getKey())).append("=\"");
                text.append(label.getValue().replace("\\", "\\\\").replace("\"", "\\\""));
                text.append('"');
                separator = ",";
            }
        }
        if (separator.equals(",")) {
            text.append('}');
        }
        text.append(' ').append(number(series.signal().at(time))).append('\n');
    }

    /** The name on the page of a label that Prometheus renames, because the target has it too. */
    private String own(String label) {
        return label.startsWith(RENAMED) && target.labels().has(label.substring(RENAMED.length()))
                ? label.substring(RENAMED.length())
                : label;
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
