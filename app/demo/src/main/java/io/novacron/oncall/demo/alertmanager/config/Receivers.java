package io.novacron.oncall.demo.alertmanager.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** Reads receivers: how many ways of each kind they are told in, and whether they hear of what is resolved. */
final class Receivers {

    /** In the order in which the server tells them. */
    private enum Kind {
        WEBHOOK("webhook", true),
        EMAIL("email", false),
        PAGERDUTY("pagerduty", true),
        SLACK("slack", false),
        SNS("sns", true);

        private final String word;
        private final boolean sendsResolved;

        Kind(String word, boolean sendsResolved) {
            this.word = word;
            this.sendsResolved = sendsResolved;
        }

        private String field() {
            return word + "_configs";
        }
    }

    private Receivers() {}

    /** By name, in their order. */
    static Map<String, Receiver> read(JsonNode list) {
        Map<String, Receiver> receivers = new LinkedHashMap<>();
        for (JsonNode node : list) {
            Receiver receiver = receiver(node);
            if (receivers.put(receiver.name(), receiver) != null) {
                throw new ConfigException("Two receivers are called " + receiver.name() + "; rename one.");
            }
        }
        return receivers;
    }

    private static Receiver receiver(JsonNode node) {
        String name = node.path("name").asString("");
        if (name.isEmpty()) {
            throw new ConfigException("A receiver has no name; give it one.");
        }
        refuseOthers(node, name);
        List<Integration> integrations = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            int index = 0;
            for (JsonNode one : node.path(kind.field())) {
                integrations.add(new Integration(
                        kind.word,
                        index++,
                        one.path("send_resolved").asBoolean(kind.sendsResolved),
                        one.path("max_alerts").asInt(0)));
            }
        }
        SortedMap<String, String> labels = new TreeMap<>();
        for (Map.Entry<String, JsonNode> label : node.path("labels").properties()) {
            labels.put(label.getKey(), label.getValue().asString());
        }
        labels.put("name", name);
        return new Receiver(name, labels, integrations);
    }

    private static void refuseOthers(JsonNode node, String name) {
        List<String> known = new ArrayList<>(List.of("name", "labels"));
        for (Kind kind : Kind.values()) {
            known.add(kind.field());
        }
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            if (!known.contains(field.getKey())) {
                throw new ConfigException("The receiver " + name + " has " + field.getKey()
                        + ", which the estate does not do; it may have " + known + ".");
            }
        }
    }
}
