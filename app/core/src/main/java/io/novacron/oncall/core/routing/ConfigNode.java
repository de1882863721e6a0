package io.novacron.oncall.core.routing;

import io.novacron.oncall.core.text.Visible;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * One place of a YAML document, present or not. Scalars keep the text as it is written, as Go's YAML hands it to a text
 * field ({@code no} stays "no"); anchors, aliases and merge keys work.
 */
public final class ConfigNode {

    private static final int DEEPEST = 200;
    private static final Set<String> NULLS = Set.of("", "~", "null", "Null", "NULL");
    private static final Set<String> YES =
            Set.of("y", "Y", "yes", "Yes", "YES", "on", "On", "ON", "true", "True", "TRUE");
    private static final Set<String> NO =
            Set.of("n", "N", "no", "No", "NO", "off", "Off", "OFF", "false", "False", "FALSE");

    private final @Nullable Node node;
    private final String where;
    private final int depth;

    private ConfigNode(@Nullable Node node, String where, int depth) throws ConfigException {
        if (depth > DEEPEST) {
            throw tooDeep();
        }
        this.depth = depth;
        this.node = node instanceof ScalarNode scalar && scalar.isPlain() && NULLS.contains(scalar.getValue())
                ? null
                : node;
        this.where = where;
    }

    /** The first document of the text. */
    public static ConfigNode document(String yaml) throws ConfigException {
        LoadSettings settings = LoadSettings.builder().setLabel("configuration").build();
        try {
            refuseDepth(new Parse(settings).parseString(yaml));
            for (Node first : new Compose(settings).composeAllFromString(yaml)) {
                return new ConfigNode(first, "", 0);
            }
            return new ConfigNode(null, "", 0);
        } catch (MarkedYamlEngineException e) {
            String line = e.getProblemMark()
                    .map(mark -> " at line " + (mark.getLine() + 1))
                    .orElse("");
            throw new ConfigException(
                    "The configuration is no YAML" + line + ": " + Visible.line(e.getProblem(), 200) + ".", e);
        } catch (YamlEngineException e) {
            throw new ConfigException(
                    "The configuration is no YAML: " + Visible.line(String.valueOf(e.getMessage()), 200) + ".", e);
        }
    }

    /** False where the key is missing, and where its value is empty, {@code ~} or {@code null}. */
    public boolean present() {
        return node != null;
    }

    /** The value of a key; not present where this has none. */
    public ConfigNode at(String key) throws ConfigException {
        ConfigNode value = entries().get(key);
        return value == null ? new ConfigNode(null, below(key), depth) : value;
    }

    /** In the order written; none where this is not present. */
    public Map<String, ConfigNode> entries() throws ConfigException {
        Map<String, ConfigNode> entries = new LinkedHashMap<>();
        if (node == null) {
            return entries;
        }
        if (!(node instanceof MappingNode mapping)) {
            throw wrong("a mapping is expected here");
        }
        List<ConfigNode> merged = new ArrayList<>();
        for (NodeTuple tuple : mapping.getValue()) {
            String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
            if (key.equals("<<")) {
                ConfigNode more = new ConfigNode(tuple.getValueNode(), where, depth + 1);
                merged.addAll(more.node instanceof SequenceNode ? more.items() : List.of(more));
            } else if (entries.put(key, new ConfigNode(tuple.getValueNode(), below(key), depth + 1)) != null) {
                throw wrong("\"" + Visible.line(key, 60) + "\" is written twice");
            }
        }
        for (ConfigNode more : merged) {
            more.entries().forEach(entries::putIfAbsent);
        }
        return entries;
    }

    /** None where this is not present. */
    public List<ConfigNode> items() throws ConfigException {
        List<ConfigNode> items = new ArrayList<>();
        if (node == null) {
            return items;
        }
        if (!(node instanceof SequenceNode sequence)) {
            throw wrong("a list is expected here");
        }
        for (Node item : sequence.getValue()) {
            items.add(new ConfigNode(item, where + "[" + items.size() + "]", depth + 1));
        }
        return items;
    }

    public List<String> texts() throws ConfigException {
        List<String> texts = new ArrayList<>();
        for (ConfigNode item : items()) {
            texts.add(item.text());
        }
        return texts;
    }

    /** Empty where this is not present. */
    public String text() throws ConfigException {
        if (node == null) {
            return "";
        }
        if (!(node instanceof ScalarNode scalar)) {
            throw wrong("a text is expected here");
        }
        return scalar.getValue();
    }

    public boolean flag(boolean otherwise) throws ConfigException {
        String word = text();
        if (word.isEmpty()) {
            return otherwise;
        }
        if (!YES.contains(word) && !NO.contains(word)) {
            throw wrong("true or false is expected here, not \"" + Visible.line(word, 40) + "\"");
        }
        return YES.contains(word);
    }

    /** The line this begins at, counted from 1; 0 where it is not present. */
    public int line() {
        return node == null
                ? 0
                : node.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
    }

    /** The names of the keys on the way here, for example {@code route.routes[2]}; safe to show. */
    public String where() {
        return where.isEmpty() ? "the top level" : where;
    }

    /** {@code what} is a sentence without its full stop, made safe to show. */
    public ConfigException wrong(String what) {
        return new ConfigException("The configuration is wrong at " + place() + ": " + what + ".");
    }

    public String place() {
        return where() + (line() == 0 ? "" : ", line " + line());
    }

    private String below(String key) {
        String shown = Visible.line(key, 60);
        return where.isEmpty() ? shown : where + "." + shown;
    }

    /** The composer calls itself for each level, so a hostile text of brackets is refused before. */
    private static void refuseDepth(Iterable<Event> events) throws ConfigException {
        int depth = 0;
        for (Event event : events) {
            switch (event.getEventId()) {
                case MappingStart, SequenceStart -> depth++;
                case MappingEnd, SequenceEnd -> depth--;
                default -> {}
            }
            if (depth > DEEPEST) {
                throw tooDeep();
            }
        }
    }

    /** A text of brackets, or one that has an anchor inside of itself. */
    private static ConfigException tooDeep() {
        return new ConfigException("The configuration is nested deeper than " + DEEPEST + " levels.");
    }
}
