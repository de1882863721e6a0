package io.novacron.oncall.desktop.window;

import io.novacron.oncall.core.alert.AlertKey;
import io.novacron.oncall.core.notify.AttentionDesk;
import io.novacron.oncall.core.notify.SeenFiring;
import io.novacron.oncall.core.notify.SeenStore;
import io.novacron.oncall.core.settings.NotifySettings;
import io.novacron.oncall.desktop.Composition;
import io.novacron.oncall.desktop.notify.DesktopHerald;
import io.novacron.oncall.desktop.notify.DesktopReach;
import io.novacron.oncall.views.notify.AttentionViewModel;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.Set;
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
                parts.monitor(), List::of, new SessionMemory(), herald, parts.bus(), parts.clock(), new Random());
    }

    /** What rang is known for as long as the window is open. */
    private static final class SessionMemory implements SeenStore {

        @Override
        public List<SeenFiring> load() {
            return List.of();
        }

        @Override
        public void save(Collection<SeenFiring> changed, Set<AlertKey> forgotten) {
            // AttentionDesk holds all of it
        }
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
