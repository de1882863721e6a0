package io.novacron.oncall.core.routing;

import io.novacron.oncall.core.text.Visible;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads receivers. What an unknown key of one says is noted and left out, so that the tree is not lost with it. */
final class Receivers {

    private static final String SUFFIX = "_configs";

    private final List<String> notes;

    Receivers(List<String> notes) {
        this.notes = notes;
    }

    /** By name, in their order. */
    Map<String, Receiver> read(ConfigNode list) throws ConfigException {
        Map<String, Receiver> receivers = new LinkedHashMap<>();
        for (ConfigNode node : list.items()) {
            Receiver receiver = receiver(node);
            if (receivers.put(receiver.name(), receiver) != null) {
                throw node.wrong("two receivers are called " + Visible.line(receiver.name(), 60) + "; rename one");
            }
        }
        return receivers;
    }

    private Receiver receiver(ConfigNode node) throws ConfigException {
        String name = node.at("name").text();
        if (name.isEmpty()) {
            throw node.wrong("the receiver has no name; give it one");
        }
        List<Integration> integrations = new ArrayList<>();
        for (IntegrationKind kind : IntegrationKind.values()) {
            for (ConfigNode one : node.at(kind.word() + SUFFIX).items()) {
                integrations.add(kind.read(count(integrations, kind.word()), one));
            }
        }
        for (Map.Entry<String, ConfigNode> entry : node.entries().entrySet()) {
            String key = entry.getKey();
            if (key.endsWith(SUFFIX)) {
                String word = key.substring(0, key.length() - SUFFIX.length());
                if (IntegrationKind.of(word) == null) {
                    integrations.addAll(others(word, entry.getValue()));
                }
            } else if (!key.equals("name") && !key.equals("labels")) {
                notes.add(entry.getValue().place() + " is not known to this program");
            }
        }
        return new Receiver(name, labels(node.at("labels"), name), integrations);
    }

    private List<Integration> others(String word, ConfigNode list) throws ConfigException {
        notes.add(list.place() + " is a way of telling that this program does not know; it is shown by its name");
        List<Integration> integrations = new ArrayList<>();
        for (ConfigNode one : list.items()) {
            boolean sendsResolved = one.at("send_resolved").flag(true);
            integrations.add(new Integration(word, integrations.size(), Channel.OTHER, "", sendsResolved, 0));
        }
        return integrations;
    }

    private static int count(List<Integration> integrations, String word) {
        return (int)
                integrations.stream().filter(one -> one.kind().equals(word)).count();
    }

    private static SortedMap<String, String> labels(ConfigNode node, String name) throws ConfigException {
        SortedMap<String, String> labels = new TreeMap<>();
        for (Map.Entry<String, ConfigNode> label : node.entries().entrySet()) {
            labels.put(label.getKey(), label.getValue().text());
        }
        labels.put("name", name);
        return labels;
    }
}
