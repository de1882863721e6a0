package io.novacron.oncall.desktop.notify;

import io.novacron.oncall.core.notify.Herald;
import io.novacron.oncall.core.notify.Notice;
import io.novacron.oncall.core.notify.Tone;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shows notices on this desktop and sounds them, one after the other, each way on a thread of its own: a daemon that hangs
 * keeps nothing from ringing.
 */
public final class DesktopHerald implements Herald, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DesktopHerald.class);

    private final int volume;
    private final Popups popups = new Popups();
    private volatile String notShown = "";
    private volatile String notHeard = "";
    private final Loudspeaker loudspeaker = new Loudspeaker();
    private final ExecutorService shown = oneAfterTheOther("oncall-notify");
    private final ExecutorService heard = oneAfterTheOther("oncall-sound");

    /**
     * Shows nothing yet.
     *
     * @param volume 0 to 100; at 0 no device is opened
     */
    public DesktopHerald(int volume) {
        this.volume = volume;
    }

    /** Why the last notice was not shown or not heard; empty where it was. */
    public String trouble() {
        return notShown.isEmpty() ? notHeard : notShown;
    }

    @Override
    public void tell(Notice notice) {
        start(shown, () -> show(notice));
        if (notice.tone() != Tone.NONE && volume > 0) {
            start(heard, () -> notHeard = logged(loudspeaker.play(notice.tone(), volume)));
        }
    }

    @Override
    public void close() {
        shown.shutdownNow();
        heard.shutdownNow();
    }

    private void show(Notice notice) {
        try {
            notShown = logged(popups.show(notice));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String logged(String problem) {
        if (!problem.isEmpty()) {
            LOG.warn("A notice did not arrive: {}", problem);
        }
        return problem;
    }

    private static void start(ExecutorService thread, Runnable work) {
        try {
            thread.execute(work);
        } catch (RejectedExecutionException closed) {
            LOG.debug("a notice came after the end", closed);
        }
    }

    private static ExecutorService oneAfterTheOther(String name) {
        return Executors.newSingleThreadExecutor(Thread.ofVirtual().name(name).factory());
    }
}
