package io.novacron.oncall.demo.log;

import io.novacron.oncall.demo.platform.Instance;
import io.novacron.oncall.demo.platform.Node;
import io.novacron.oncall.demo.platform.Service;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What writes lines: a service by its label, one of the {@link #DAEMONS} of a node, {@code container/NAME}, or
 * {@code audit}. {@code self} is the process that an incident befell.
 */
record Writer(String name) {

    static final Writer SELF = new Writer("self");

    private static final String AUDIT = "audit";
    private static final String CONTAINER = "container/";
    private static final List<String> DAEMONS =
            List.of("kernel", "systemd", "kubelet", "chronyd", "sshd", "cron", "smartd");
    private static final List<String> VERBS = List.of("get", "update", "list", "watch", "create", "delete", "patch");

    /** The service whose processes write, null where something else of a node does. */
    @Nullable
    Service service() {
        String label = name.startsWith(CONTAINER) ? name.substring(CONTAINER.length()) : name;
        for (Service service : Service.values()) {
            if (service.label().equals(label)) {
                return service;
            }
        }
        return null;
    }

    boolean onNode() {
        return DAEMONS.contains(name);
    }

    LogLine line(Scene scene, String severity, String message, long micros, Dice dice) {
        Instance instance = scene.instance();
        String id = HexFormat.of().toHexDigits(dice.key());
        Instant time = Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
        if (name.equals(AUDIT)) {
            return new LogLine(LogStream.AUDIT, id, time, audit(scene, severity, message));
        }
        if (onNode()) {
            return new LogLine(LogStream.SYSTEM, id, time, daemon(scene, severity, message));
        }
        if (instance == null || name.startsWith(CONTAINER)) {
            return new LogLine(LogStream.CONTAINER, id, time, container(scene, severity, message, dice));
        }
        Map<String, Object> fields = process(instance, severity, message, scene.version());
        return new LogLine(LogStream.of(instance.service()), id, time, fields);
    }

    /** The fields of every line that a process of NovaCron writes. */
    static Map<String, Object> process(Instance instance, String severity, String message, String version) {
        Map<String, Object> fields = on(instance.node());
        fields.put("log.level", severity);
        fields.put("message", message);
        fields.put("service.name", instance.service().label());
        fields.put("service.version", version);
        fields.put("service.node.name", instance.name());
        return fields;
    }

    static Map<String, Object> on(Node node) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("cluster", node.cluster());
        fields.put("host.name", node.name());
        return fields;
    }

    private Map<String, Object> daemon(Scene scene, String severity, String message) {
        Map<String, Object> fields = on(scene.node());
        fields.put("log.level", severity);
        fields.put("message", message);
        fields.put("process.name", name);
        fields.put("service.name", name);
        return fields;
    }

    private Map<String, Object> container(Scene scene, String stream, String message, Dice dice) {
        String container = name.substring(CONTAINER.length());
        Map<String, Object> fields = on(scene.node());
        fields.put("message", message + "\n");
        fields.put("stream", stream);
        fields.put("kubernetes.namespace", service() == null ? "monitoring" : "novacron");
        fields.put("kubernetes.container.name", container);
        fields.put("kubernetes.pod.name", container + "-" + dice.hex(2).substring(0, 5));
        return fields;
    }

    private static Map<String, Object> audit(Scene scene, String severity, String message) {
        Map<String, Object> fields = on(scene.node());
        fields.put("log.level", severity);
        fields.put("message", message);
        fields.put("service.name", "kube-apiserver");
        String[] words = message.split(" ", -1);
        if (words.length >= 3 && VERBS.contains(words[1])) {
            fields.put("user.name", words[0]);
            fields.put("event.action", words[1]);
            fields.put("objectRef", words[2].endsWith(":") ? words[2].substring(0, words[2].length() - 1) : words[2]);
        }
        boolean refused = message.toLowerCase(Locale.ROOT).contains("forbidden");
        fields.put("event.outcome", refused ? "failure" : "success");
        return fields;
    }
}
