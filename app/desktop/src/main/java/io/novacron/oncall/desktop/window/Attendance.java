package io.novacron.oncall.desktop.window;

import io.novacron.oncall.core.notify.AttentionDesk;
import io.novacron.oncall.core.settings.NotifySettings;
import io.novacron.oncall.desktop.Composition;
import io.novacron.oncall.desktop.notify.DesktopHerald;
import io.novacron.oncall.desktop.notify.DesktopReach;
import io.novacron.oncall.desktop.notify.SqliteSeenStore;
import io.novacron.oncall.views.notify.AttentionViewModel;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** What calls the operator while a window is open; pictures and commands never do. */
final class Attendance implements AutoCloseable {

    private final Composition parts;
    private final DesktopHerald herald;
    private final AttentionDesk desk;
    private final ExecutorService worker = Executors.newVirtualThreadPerTaskExecutor();

    Attendance(Composition parts) {
        this.parts = parts;
        herald = new DesktopHerald(settings().volume());
        desk = new AttentionDesk(
                parts.monitor(),
                () -> parts.alarms().realarms().current(),
                new SqliteSeenStore(parts.database(), parts.settings().environment()),
                herald,
                parts.bus(),
                parts.clock(),
                new Random());
    }

    void start() {
        desk.start();
    }

    /** FX thread only. */
    AttentionViewModel model() {
        return new AttentionViewModel(
                desk,
                settings(),
                new DesktopReach(parts.clock()),
                herald::trouble,
                parts.work(),
                parts.bus(),
                parts.clock(),
                worker);
    }

    @Override
    public void close() {
        desk.close();
        herald.close();
        worker.shutdownNow();
    }

    private NotifySettings settings() {
        return parts.settings().desk().attention();
    }
}
