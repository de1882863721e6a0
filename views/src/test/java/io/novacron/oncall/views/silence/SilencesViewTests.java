package io.novacron.oncall.views.silence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.novacron.oncall.core.settings.Role;
import io.novacron.oncall.core.silence.Matcher;
import io.novacron.oncall.core.silence.Silence;
import io.novacron.oncall.core.source.SourceError;
import io.novacron.oncall.themes.Theme;
import io.novacron.oncall.views.alert.NightShift;
import io.novacron.oncall.views.controls.KeyMap;
import io.novacron.oncall.views.controls.Layers;
import io.novacron.oncall.views.fx.Toolkit;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SilencesViewTests {
    private final NightShift night = new NightShift(Role.RESPONDER);
    private Optional<Stage> stage = Optional.empty();
    private Optional<SilencesViewModel> model = Optional.empty();

    @BeforeEach
    void begin() {
        night.busy().acknowledged(1);
        night.silence(night.eu, "ana", "own rule", Matcher.equal("alertname", "None"));
        night.poll();
        open();
    }

    @AfterEach
    void close() {
        Toolkit.run(() -> {
            stage.ifPresent(Stage::close);
            model.ifPresent(SilencesViewModel::close);
        });
        night.close();
    }

    @Test
    void everySilenceAndAcknowledgementStandsInTheListWithWhoAndWhy() {
        until(() -> table().getItems().size() == 4);
        assertThat(rows()).extracting(SilenceRow::owner).contains("chris", "dana", "ana");
        assertThat(text()).contains("unmatched", "ack", "own rule", "disk swap planned, CHG-4711");
    }

    @Test
    void ownSilencesAreExpiredAtOnceWithALineForEach() {
        choose("own rule");
        press(KeyCode.DELETE);
        until(() -> text().contains("all done"));
        assertThat(night.eu.active()).extracting(Silence::comment).doesNotContain("own rule");
    }

    @Test
    void endingWhatSomebodyElseBeganAsksForTheCountAndAReason() {
        choose("disk swap planned, CHG-4711");
        press(KeyCode.DELETE);
        until(() -> find("#ask-count").isPresent());
        assertThat(text()).contains("somebody else began");
        assertThat(button("Go on").isDisabled()).isTrue();
        set("#ask-count", "1");
        set("#ask-reason", "swap is over");
        Toolkit.run(() -> button("Go on").fire());
        until(() -> text().contains("all done"));
        assertThat(night.eu.active()).extracting(Silence::createdBy).doesNotContain("chris");
    }

    @Test
    void extendingASeveralSelectionSaysWhatBecameOfEach() {
        Toolkit.run(() -> table().getSelectionModel().selectAll());
        type("e");
        until(() -> find("#extend-length").isPresent());
        assertThat(text()).contains("Left out").contains("Extend 3 silences");
        Toolkit.run(() -> button("Extend").fire());
        until(() -> find("#ask-count").isPresent() || text().contains("of 3 silences"));
        assertThat(text()).contains("3 silences");
    }

    @Test
    void theFailedOnesAloneCanBeTriedAgain() {
        choose("own rule");
        night.eu.fail(Optional.of(new SourceError.Unreachable("am-eu-1:9093", "connection refused")));
        type("e");
        until(() -> find("#extend-length").isPresent());
        Toolkit.run(() -> button("Extend").fire());
        until(() -> text().contains("Not written") || text().contains("not done"));
        assertThat(text()).contains("connection refused");
    }

    @Test
    void theCommandOnTheClipboardIsTheSilenceItself() {
        choose("own rule");
        type("y");
        until(() -> text().contains("Copied as amtool"));
        assertThat(Toolkit.call(() -> Clipboard.getSystemClipboard().getString()))
                .startsWith("amtool silence add '--alertmanager.url=http://127.0.0.1:9093' '--author=ana'")
                .endsWith("'alertname=\"None\"'");
    }

    @Test
    void enterOpensTheEditorOnTheSilenceAndNOnANewOne() {
        choose("own rule");
        press(KeyCode.ENTER);
        until(() -> find("#silence-editor").isPresent());
        assertThat(text()).contains("Change a silence in eu-west");
        Toolkit.run(() -> Layers.of(view()).closeTop());
        type("n");
        until(() -> text().contains("Silence in eu-west"));
    }

    @Test
    void aFailedSourceIsNamedAndItsSilencesStay() {
        night.eu.fail(Optional.of(new SourceError.Unreachable("am-eu-1:9093", "connection refused")));
        night.poll();
        until(() -> text().contains("UNREACHABLE"));
        assertThat(rows()).filteredOn(SilenceRow::dimmed).isNotEmpty();
    }

    private void open() {
        Toolkit.run(() -> {
            var silences = new SilencesViewModel(night.monitor, night.desk, night.bus, night.worker);
            var desk = new SilenceDesk(
                    night.monitor, night.desk, night.work, night.bus, ZoneId.of("Europe/Berlin"), night.worker);
            var view = new SilencesView(silences, desk);
            var made = new Stage();
            var scene = new Scene(new Layers(view), 1280, 800);
            Theme.DARK.apply(scene);
            made.setScene(scene);
            made.show();
            view.requestFocus();
            model = Optional.of(silences);
            stage = Optional.of(made);
        });
        until(() -> !table().getItems().isEmpty());
    }

    private SilencesView view() {
        return (SilencesView) find(".table-view").orElseThrow().getParent();
    }

    @SuppressWarnings("unchecked")
    private TableView<SilenceRow> table() {
        return (TableView<SilenceRow>) find("#silences").orElseThrow();
    }

    private List<SilenceRow> rows() {
        return Toolkit.call(() -> List.copyOf(table().getItems()));
    }

    private void choose(String reason) {
        until(() -> {
            for (int i = 0; i < table().getItems().size(); i++) {
                if (table().getItems().get(i).reason().equals(reason)) {
                    table().getSelectionModel().clearAndSelect(i);
                    return true;
                }
            }
            return false;
        });
    }

    private Optional<Node> find(String selector) {
        return Toolkit.call(() -> Optional.ofNullable(scene().lookup(selector)));
    }

    private Scene scene() {
        return stage.orElseThrow().getScene();
    }

    private Button button(String text) {
        return Toolkit.call(() -> scene().getRoot().lookupAll(".button").stream()
                .map(Button.class::cast)
                .filter(one -> text.equals(one.getText()))
                .findFirst()
                .orElseThrow());
    }

    private void set(String selector, String text) {
        Toolkit.run(() -> ((TextInputControl) find(selector).orElseThrow()).setText(text));
    }

    private String text() {
        return Toolkit.call(() -> {
            var all = new ArrayList<String>();
            for (Node node : scene().getRoot().lookupAll("*")) {
                if (node instanceof Labeled labeled && labeled.getText() != null && node.isVisible()) {
                    all.add(labeled.getText());
                }
            }
            return String.join("\n", all);
        });
    }

    private void type(String character) {
        key(new KeyEvent(KeyEvent.KEY_TYPED, character, "", KeyCode.UNDEFINED, false, false, false, false));
    }

    private void press(KeyCode code) {
        key(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
    }

    private void key(KeyEvent event) {
        Toolkit.run(() -> Event.fireEvent(table(), event));
        assertThat(Objects.requireNonNull(KeyMap.of(view())).bindings()).isNotEmpty();
    }

    /// Time goes on while it is waited for, since the actions sleep by the clock.
    private void until(Callable<Boolean> condition) {
        await().dontCatchUncaughtExceptions().atMost(Duration.ofSeconds(20)).until(() -> {
            night.clock.advance(Duration.ofMillis(200));
            return Toolkit.call(condition);
        });
    }
}
