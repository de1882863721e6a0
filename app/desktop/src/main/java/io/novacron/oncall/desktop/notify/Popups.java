package io.novacron.oncall.desktop.notify;

import io.novacron.oncall.core.alert.Severity;
import io.novacron.oncall.core.notify.Notice;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Notifications of the desktop by {@code notify-send}. Title and body are arguments of a program, never read by a shell; the
 * body's markup is escaped, since a daemon may interpret it. One thread.
 */
final class Popups {

    static final String MISSING =
            "notify-send is missing, so no desktop notification can be shown; install libnotify-bin (Debian) or libnotify";

    private static final String PROGRAM = "notify-send";
    private static final int REMEMBERED = 200;

    private final Map<String, String> idByTopic = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** Shows it, in place of the last one of its topic; answers why it could not be, empty where the daemon took it. */
    String show(Notice notice) throws InterruptedException {
        Optional<Path> program = Commands.find(PROGRAM);
        if (program.isEmpty()) {
            return MISSING;
        }
        String file = program.get().toString();
        String before = idByTopic.get(notice.topic());
        Commands.Ended ended = Commands.run(command(file, notice, Optional.ofNullable(before), true));
        if (ended.code() == 1 && ended.text().contains("option")) {
            // libnotify before 0.7.10 knows neither -p nor -r
            ended = Commands.run(command(file, notice, Optional.empty(), false));
        } else if (ended.well() && ended.text().strip().chars().allMatch(Character::isDigit)) {
            idByTopic.put(notice.topic(), ended.text().strip());
        }
        return ended.well() ? "" : "notify-send failed: " + ended.words();
    }

    static List<String> command(String program, Notice notice, Optional<String> replaces, boolean ids) {
        List<String> command = new ArrayList<>(List.of(
                program,
                "--app-name=NovaCron On-Call",
                "--category=network.error",
                "--icon=" + (loud(notice) ? "dialog-error" : "dialog-warning"),
                "--urgency=" + (loud(notice) ? "critical" : "normal")));
        if (ids) {
            command.add("--print-id");
            replaces.filter(id -> !id.isEmpty()).ifPresent(id -> command.add("--replace-id=" + id));
        }
        command.add("--");
        command.add(notice.title());
        if (!notice.body().isEmpty()) {
            command.add(escaped(notice.body()));
        }
        return command;
    }

    private static boolean loud(Notice notice) {
        return notice.severity() == Severity.S1 || notice.severity() == Severity.S2;
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
