package io.novacron.oncall.views.notify;

import io.novacron.oncall.core.notify.ReachCheck;
import io.novacron.oncall.core.settings.NotifySettings;
import java.util.ArrayList;
import java.util.List;

/// The words on whether a notice reaches the operator. Pure.
///
/// @param word   for the chip; empty where all is well
/// @param reason one sentence each, with the way out
/// @param shows  whether notices are shown on the desktop
record ReachText(String word, List<String> reason, boolean shows) {
    /// Before the first check ended.
    static final ReachText UNKNOWN = new ReachText("", List.of(), true);

    ReachText {
        reason = List.copyOf(reason);
    }

    /// Sound counts only where some is wanted.
    static ReachText of(NotifySettings settings, List<ReachCheck> checks, String trouble) {
        if (!settings.enabled()) {
            return new ReachText(
                    "notifications off", List.of("[notify] says enabled = false: notices are only listed here."), true);
        }
        var words = new ArrayList<String>();
        var reason = new ArrayList<String>();
        boolean silent = false;
        boolean shows = true;
        for (ReachCheck check : checks) {
            boolean sound = !check.name().equals("daemon");
            if (check.ok() || (sound && settings.volume() == 0)) {
                continue;
            }
            reason.add(check.detail());
            if (!sound) {
                words.add("NO NOTIFICATIONS");
                shows = false;
            } else if (!silent) {
                words.add(check.name().equals("mute") ? "SOUND MUTED?" : "NO SOUND");
                silent = true;
            }
        }
        if (!trouble.isEmpty()) {
            reason.add(trouble);
            shows = false;
            if (words.isEmpty()) {
                words.add("LAST NOTICE LOST");
            }
        }
        return new ReachText(String.join(" · ", words), reason, shows);
    }
}
