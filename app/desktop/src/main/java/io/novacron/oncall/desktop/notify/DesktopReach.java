package io.novacron.oncall.desktop.notify;

import io.novacron.oncall.core.alert.Severity;
import io.novacron.oncall.core.notify.Notice;
import io.novacron.oncall.core.notify.Reach;
import io.novacron.oncall.core.notify.ReachCheck;
import io.novacron.oncall.core.notify.Tone;
import io.novacron.oncall.core.time.Clock;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Whether a notice reaches this desktop: the notification daemon, the sound device, its mute switch. */
public final class DesktopReach implements Reach {

    private static final String NAME = "org.freedesktop.Notifications";
    private static final String OBJECT = "/org/freedesktop/Notifications";
    private static final String METHOD = "GetServerInformation";
    private static final String DAEMON = "daemon";
    private static final String SOUND = "sound";
    private static final String MUTE = "mute";
    private static final int VOLUME = 70;

    private final Clock clock;
    private final Loudspeaker loudspeaker = new Loudspeaker();

    public DesktopReach(Clock clock) {
        this.clock = clock;
    }

    @Override
    public List<ReachCheck> look() throws InterruptedException {
        return checks(daemon(), loudspeaker.tryOpen());
    }

    @Override
    public List<ReachCheck> test() throws InterruptedException {
        Notice notice = new Notice(
                clock.now().toEpochMilli(),
                clock.now(),
                Notice.Kind.FIRING,
                Severity.S3,
                "NovaCron On-Call: a test",
                "If you can read this, notifications arrive.",
                null,
                0,
                "",
                Tone.DOUBLE,
                "test");
        String shown = new Popups().show(notice);
        ReachCheck daemon = shown.isEmpty()
                ? new ReachCheck(DAEMON, true, "a notification daemon took the test notice")
                : new ReachCheck(DAEMON, false, shown + wayOut(shown));
        return checks(daemon, loudspeaker.play(notice.tone(), VOLUME));
    }

    private List<ReachCheck> checks(ReachCheck daemon, String device) throws InterruptedException {
        List<ReachCheck> checks = new ArrayList<>();
        checks.add(daemon);
        checks.add(new ReachCheck(SOUND, device.isEmpty(), device.isEmpty() ? "a sound device opens" : device));
        checks.add(
                device.isEmpty()
                        ? mute()
                        : new ReachCheck(MUTE, false, "nothing can be said of mute without a sound device"));
        return checks;
    }

    private static ReachCheck daemon() throws InterruptedException {
        if (Commands.find("notify-send").isEmpty()) {
            return new ReachCheck(DAEMON, false, Popups.MISSING);
        }
        Optional<List<String>> question = question();
        if (question.isEmpty()) {
            return new ReachCheck(
                    DAEMON,
                    false,
                    "nobody can be asked for the notification daemon: gdbus, busctl and dbus-send are missing;"
                            + " install libglib2.0-bin (Debian), or run oncall notify --test");
        }
        Commands.Ended ended = Commands.run(question.get());
        return ended.well()
                ? new ReachCheck(DAEMON, true, "the notification daemon answers: " + ended.words())
                : new ReachCheck(
                        DAEMON, false, "no notification daemon answers: " + ended.words() + wayOut(ended.text()));
    }

    private static Optional<List<String>> question() {
        for (List<String> question : List.of(
                List.of(
                        "gdbus",
                        "call",
                        "--session",
                        "--timeout=4",
                        "--dest=" + NAME,
                        "--object-path=" + OBJECT,
                        "--method=" + NAME + "." + METHOD),
                List.of("busctl", "--user", "--timeout=4", "call", NAME, OBJECT, NAME, METHOD),
                List.of(
                        "dbus-send",
                        "--session",
                        "--print-reply",
                        "--reply-timeout=4000",
                        "--dest=" + NAME,
                        OBJECT,
                        NAME + "." + METHOD))) {
            Optional<Path> program = Commands.find(question.getFirst());
            if (program.isPresent()) {
                List<String> command = new ArrayList<>(question);
                command.set(0, program.get().toString());
                return Optional.of(command);
            }
        }
        return Optional.empty();
    }

    private static String wayOut(String problem) {
        return problem.equals(Popups.MISSING)
                ? ""
                : "; start one in this desktop session (GNOME and KDE have their own, else dunst or mako)";
    }

    private ReachCheck mute() throws InterruptedException {
        Optional<Boolean> muted = byServer();
        if (muted.isEmpty()) {
            muted = loudspeaker.muted();
        }
        if (muted.isEmpty()) {
            return new ReachCheck(
                    MUTE,
                    false,
                    "nobody says whether the sound is muted; install pactl (Debian: pulseaudio-utils) and listen for"
                            + " the tone of oncall notify --test");
        }
        return muted.get()
                ? new ReachCheck(
                        MUTE, false, "the sound is muted; unmute it, with pactl set-sink-mute @DEFAULT_SINK@ 0")
                : new ReachCheck(MUTE, true, "the sound is not muted");
    }

    /** What PulseAudio or PipeWire says of its default output. */
    private static Optional<Boolean> byServer() throws InterruptedException {
        Optional<Path> pactl = Commands.find("pactl");
        if (pactl.isPresent()) {
            Commands.Ended ended = Commands.run(List.of(pactl.get().toString(), "get-sink-mute", "@DEFAULT_SINK@"));
            String text = ended.text().toLowerCase(Locale.ROOT);
            if (ended.well()) {
                return Optional.of(text.contains("yes"));
            }
        }
        Optional<Path> wpctl = Commands.find("wpctl");
        if (wpctl.isPresent()) {
            Commands.Ended ended = Commands.run(List.of(wpctl.get().toString(), "get-volume", "@DEFAULT_AUDIO_SINK@"));
            if (ended.well()) {
                return Optional.of(ended.text().contains("MUTED"));
            }
        }
        return Optional.empty();
    }
}
