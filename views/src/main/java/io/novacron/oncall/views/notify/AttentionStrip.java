package io.novacron.oncall.views.notify;

import io.novacron.oncall.core.notify.Notice;
import io.novacron.oncall.themes.Icon;
import io.novacron.oncall.views.controls.Banner;
import io.novacron.oncall.views.controls.KeyMap;
import io.novacron.oncall.views.controls.Layers;
import io.novacron.oncall.views.fx.Heartbeat;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.layout.HBox;

/// In the window's frame: a red chip where notices do not arrive, the time the sound is muted yet, and the way to what
/// rang. It must stand in [Layers], over which its card opens. FX thread only.
public final class AttentionStrip extends HBox {
    private final AttentionViewModel model;
    private final Consumer<Notice> open;
    private final ChipButton reach = new ChipButton();
    private final ChipButton mute = new ChipButton();
    private final ChipButton list = new ChipButton();
    private final Banner banner = new Banner();
    private final NoticesCard card;

    /// @param zone the operator's own time zone
    /// @param open shows the alert of a notice
    public AttentionStrip(AttentionViewModel model, ZoneId zone, Consumer<Notice> open) {
        this.model = model;
        this.open = open;
        card = new NoticesCard(zone, this::choose, model::check);
        getStyleClass().add("oc-work");
        setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(reach, mute, list);
        reach.setOnAction(event -> {
            model.check();
            showCard();
        });
        mute.setOnAction(event -> model.toggleMute());
        list.setOnAction(event -> showCard());
        model.noticesProperty().subscribe(this::show);
        model.reachProperty().subscribe(this::show);
        model.mutedProperty().subscribe(this::show);
        show();
        Heartbeat.of(this, model::tick);
    }

    /// What the desktop did not show, across the window.
    public Banner banner() {
        return banner;
    }

    /// Adds its keys to those of the window.
    public void keys(KeyMap keys) {
        keys.on("m", "mute the sound for 15 min, or unmute it", model::toggleMute)
                .on("F4", "notices: what rang and why", this::showCard);
    }

    /// Opens the list of what rang.
    public void showCard() {
        model.readAll();
        card.show(model);
        Layers.of(this).openCard(card);
        show();
    }

    private void choose(Notice notice) {
        model.seen(notice);
        Layers.of(this).close(card);
        open.accept(notice);
    }

    private void show() {
        ReachText text = model.reachProperty().get();
        boolean off = text.word().equals(text.word().toLowerCase(Locale.ROOT));
        reach.show(
                text.word(),
                String.join("\n", text.reason()),
                Icon.BELL_OFF,
                off ? "oc-source-settling" : "oc-source-unreachable");
        Duration left = model.mutedProperty().get();
        mute.show(
                left.isZero() ? "" : "muted " + left.toMinutes() + ":" + String.format("%02d", left.toSecondsPart()),
                "No sound until this is over. m, or a click, ends it.",
                Icon.BELL_OFF,
                "oc-source-late");
        int unread = model.unread();
        list.show(
                unread == 0 ? "notices" : unread == 1 ? "1 new notice" : unread + " new notices",
                "What rang and why (F4)",
                Icon.BELL,
                "oc-source-settling");
        if (card.getScene() != null) {
            card.show(model);
        }
        model.missed().stream().findFirst().ifPresentOrElse(this::announce, banner::hide);
    }

    private void announce(Notice notice) {
        banner.caution(notice.title() + (notice.body().isEmpty() ? "" : ": " + notice.body()))
                .wayOut("Show", () -> choose(notice));
    }
}
