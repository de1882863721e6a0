package io.novacron.oncall.core.runbook;

import io.novacron.oncall.core.alert.Alert;
import io.novacron.oncall.core.link.SafeLink;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Under which names the runbook of an alert may stand. Pure. */
public final class RunbookNames {

    private static final List<String> ENDINGS = List.of(".md", ".markdown", ".html", ".htm");

    private RunbookNames() {}

    /** The last part of the path of its address without an ending, then the alert's name; without what can be no file's name. */
    public static List<String> of(Alert alert) {
        List<String> names = new ArrayList<>();
        String address = alert.runbook();
        if (address != null && SafeLink.judge(address) instanceof SafeLink.Safe safe) {
            String path = safe.uri().getPath();
            add(names, last(path == null ? "" : path));
        }
        add(names, alert.name());
        return names;
    }

    /** The name of the Markdown file that a link inside a runbook leads to; empty where it leads elsewhere. */
    public static String linked(String destination) {
        int fragment = destination.indexOf('#');
        String path = fragment < 0 ? destination : destination.substring(0, fragment);
        boolean file = path.endsWith(".md") || path.endsWith(".markdown");
        String name = stem(last(path));
        return file && !SafeLink.meant(destination) && possible(name) ? name : "";
    }

    private static void add(List<String> names, String name) {
        String stem = stem(name);
        if (possible(stem) && !names.contains(stem)) {
            names.add(stem);
        }
    }

    private static String last(String path) {
        String trimmed = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        return trimmed.substring(trimmed.lastIndexOf('/') + 1);
    }

    /** A file's name without the ending of a page. */
    public static String stem(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        for (String ending : ENDINGS) {
            if (lower.endsWith(ending)) {
                return name.substring(0, name.length() - ending.length());
            }
        }
        return name;
    }

    private static boolean possible(String name) {
        return !name.isBlank()
                && name.length() <= 200
                && name.chars().noneMatch(c -> c == '/' || c == '\\' || c < 0x20)
                && !name.startsWith(".");
    }
}
