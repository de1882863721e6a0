package io.novacron.oncall.demo.log;

import io.novacron.oncall.demo.platform.Instance;
import io.novacron.oncall.demo.platform.Service;
import io.novacron.oncall.demo.platform.Vm;
import java.util.List;
import java.util.Locale;

/**
 * A message with placeholders: <code>{3-90}</code> a number of the range, <code>{node}</code> a node of the cluster,
 * <code>{host}</code> the node that writes, <code>{vm}</code> and <code>{vmname}</code> a VM, <code>{tenant}</code>,
 * <code>{user}</code>, <code>{ip}</code> an address inside, <code>{hex}</code> and <code>{hexshort}</code> digits,
 * <code>{peer:api}</code> the address of a process of that service, <code>{service}</code> and <code>{version}</code> of
 * the process, <code>{disk}</code> the percentage of the node's disk that is used, <code>{level:1000}</code> the aspect's
 * level times that. Two marks {@code \n} and {@code \t} stand for a new line and a tab.
 */
record Template(String text) {

    private static final List<String> USERS = List.of("ana", "ben", "chloe", "dev", "emil", "fatima");
    private static final int SHORT = 4;
    private static final int LONG = 12;
    /** Questions to the dice that templates ask; what else belongs to a line asks smaller numbers. */
    private static final int FIRST = 100;

    String filled(Scene scene, Dice dice) {
        StringBuilder filled = new StringBuilder(text.length() + 32);
        int question = FIRST;
        int at = 0;
        for (int open = text.indexOf('{'); open >= 0; open = text.indexOf('{', at)) {
            int close = text.indexOf('}', open);
            String word = close < 0 ? "" : value(text.substring(open + 1, close), scene, dice, question);
            if (word.isEmpty()) {
                filled.append(text, at, open + 1);
                at = open + 1;
            } else {
                filled.append(text, at, open).append(word);
                at = close + 1;
            }
            question++;
        }
        return filled.append(text.substring(at)).toString().replace("\\n", "\n").replace("\\t", "\t");
    }

    /** Empty where it is no placeholder, as in a message that holds braces. */
    private static String value(String name, Scene scene, Dice dice, int question) {
        return switch (name) {
            case "node" -> dice.pick(question, scene.cluster().nodes()).name();
            case "host" -> scene.node().name();
            case "vm" -> vm(scene, dice).id();
            case "vmname" -> vm(scene, dice).name();
            case "tenant" -> vm(scene, dice).tenant();
            case "user" -> dice.pick(question, USERS) + "@" + vm(scene, dice).tenant() + ".example";
            case "ip" ->
                "10." + (20 + scene.cluster().name().length()) + "." + dice.between(question, 1, 9) + "."
                        + dice.between(question + 1_000, 2, 250);
            case "hex" -> dice.hex(question).substring(0, LONG);
            case "hexshort" -> dice.hex(question).substring(0, SHORT);
            case "service" -> service(scene);
            case "version" -> scene.version();
            case "disk" -> Long.toString(scene.diskPercent());
            default -> reckoned(name, scene, dice, question);
        };
    }

    private static String reckoned(String name, Scene scene, Dice dice, int question) {
        int colon = name.indexOf(':');
        if (name.startsWith("level:")) {
            double jitter = 0.85 + 0.3 * dice.unit(question);
            double value = scene.level() * Long.parseLong(name.substring(colon + 1));
            return Long.toString(Math.round(value < 10 ? value : value * jitter));
        }
        if (name.startsWith("peer:")) {
            Service service = Service.valueOf(
                    name.substring(colon + 1).toUpperCase(Locale.ROOT).replace('-', '_'));
            return dice.pick(question, scene.cluster().instancesOf(service)).address();
        }
        int dash = name.indexOf('-');
        return dash > 0 && name.chars().allMatch(c -> c == '-' || Character.isDigit(c))
                ? Long.toString(dice.between(
                        question, Long.parseLong(name.substring(0, dash)), Long.parseLong(name.substring(dash + 1))))
                : "";
    }

    private static Vm vm(Scene scene, Dice dice) {
        return dice.pick(1, scene.cluster().vms());
    }

    private static String service(Scene scene) {
        Instance instance = scene.instance();
        return instance == null ? "node-agent" : instance.service().label();
    }
}
