package io.novacron.oncall.views.notify;

import io.novacron.oncall.core.alert.AlertKey;
import io.novacron.oncall.core.bus.Bus;
import io.novacron.oncall.core.bus.OncallEvent.NoticesChanged;
import io.novacron.oncall.core.bus.Subscription;
import io.novacron.oncall.core.fetch.WorkBoard;
import io.novacron.oncall.core.notify.AttentionDesk;
import io.novacron.oncall.core.notify.Notice;
import io.novacron.oncall.core.notify.Reach;
import io.novacron.oncall.core.notify.ReachCheck;
import io.novacron.oncall.core.settings.NotifySettings;
import io.novacron.oncall.core.time.Clock;
import io.novacron.oncall.views.fx.Fx;
import io.novacron.oncall.views.fx.FxCoalescer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Notices, mute and the way to the operator as values. Properties change on the JavaFX thread only.
public final class AttentionViewModel implements AutoCloseable {
    /// How long `m` keeps the sound quiet.
    public static final Duration MUTE = Duration.ofMinutes(15);

    private static final Duration RECENT = Duration.ofMinutes(1);

    private final AttentionDesk desk;
    private final NotifySettings settings;
    private final Reach reach;
    private final Supplier<String> trouble;
    private final WorkBoard work;
    private final Clock clock;
    private final FxCoalescer<List<Notice>> refresh;
    private final Subscription subscription;
    private final ReadOnlyObjectWrapper<List<Notice>> notices = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<ReachText> reached = new ReadOnlyObjectWrapper<>(ReachText.UNKNOWN);
    private final ReadOnlyObjectWrapper<Duration> muted = new ReadOnlyObjectWrapper<>(Duration.ZERO);
    private List<ReachCheck> checks = List.of();
    private Instant read;

    /// @param trouble why the last notice did not arrive; empty where it did
    /// @param worker  computes off the JavaFX thread
    public AttentionViewModel(
            AttentionDesk desk,
            NotifySettings settings,
            Reach reach,
            Supplier<String> trouble,
            WorkBoard work,
            Bus bus,
            Clock clock,
            Executor worker) {
        this.desk = desk;
        this.settings = settings;
        this.reach = reach;
        this.trouble = trouble;
        this.work = work;
        this.clock = clock;
        read = clock.now();
        refresh = new FxCoalescer<>(clock, worker, desk::notices, this::show);
        subscription = bus.subscribe(NoticesChanged.class, event -> refresh.trigger());
        tick();
    }

    /// The newest first.
    ReadOnlyObjectProperty<List<Notice>> noticesProperty() {
        return notices.getReadOnlyProperty();
    }

    /// Whether a notice reaches the operator.
    ReadOnlyObjectProperty<ReachText> reachProperty() {
        return reached.getReadOnlyProperty();
    }

    /// How long the sound is muted yet; zero where it is not.
    ReadOnlyObjectProperty<Duration> mutedProperty() {
        return muted.getReadOnlyProperty();
    }

    /// How many notices came since [#readAll].
    int unread() {
        return (int) notices.get().stream()
                .filter(notice -> notice.at().isAfter(read))
                .count();
    }

    void readAll() {
        read = clock.now();
    }

    /// The newest notice of this last minute that should have been shown on the desktop but was not.
    List<Notice> missed() {
        return reached.get().shows()
                ? List.of()
                : notices.get().stream()
                        .filter(notice -> notice.pops()
                                && notice.at().isAfter(read)
                                && notice.at().plus(RECENT).isAfter(clock.now()))
                        .limit(1)
                        .toList();
    }

    /// A second went by. FX thread only.
    void tick() {
        muted.set(desk.muted());
        judge();
    }

    /// No sound for a quarter of an hour; again: sound.
    void toggleMute() {
        if (desk.muted().isZero()) {
            desk.mute(MUTE);
        } else {
            desk.unmute();
        }
        tick();
    }

    /// Tries the way to the operator in the background, without a sound.
    public void check() {
        if (!settings.enabled()) {
            return;
        }
        work.start("checking notifications and sound", () -> {
            try {
                List<ReachCheck> found = reach.look();
                Fx.run(() -> {
                    checks = found;
                    judge();
                });
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /// The operator looked at this alert.
    public void seen(AlertKey key) {
        desk.seen(key);
    }

    void seen(Notice notice) {
        desk.seen(notice);
    }

    List<ReachCheck> checks() {
        return checks;
    }

    /// What keeps notices from being remembered over a restart; empty for nothing.
    String problem() {
        return desk.problem();
    }

    @Override
    public void close() {
        subscription.close();
        refresh.close();
    }

    private void judge() {
        reached.set(ReachText.of(settings, checks, trouble.get()));
    }

    private void show(List<Notice> now) {
        notices.set(now);
        tick();
    }
}
