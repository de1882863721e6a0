package io.novacron.oncall.views.runbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.novacron.oncall.core.alert.Alert;
import io.novacron.oncall.core.runbook.Runbook;
import io.novacron.oncall.core.runbook.RunbookShelf;
import io.novacron.oncall.core.runbook.RunbookShelf.Answer;
import io.novacron.oncall.core.settings.Role;
import io.novacron.oncall.themes.Theme;
import io.novacron.oncall.views.alert.NightShift;
import io.novacron.oncall.views.canvas.Png;
import io.novacron.oncall.views.fx.Toolkit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Hyperlink;
import javafx.scene.text.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RunbookPaneTests {
    private static final String TEXT = """
            # CheckoutErrors

            Customers see **errors** at the till. See also [the database](./Database.md).

            ## Check first

            - `oncall query checkout_errors_total`: which *region*?
            - the last deployment, see <https://wiki.example/deploys>

            1. Roll back:

               ```
               kubectl rollout undo deployment/checkout --namespace shop
               ```
            2. Tell the shop.

            > It was the cache the last three times.

            | signal | means |
            |---|---|
            | p99 above 2 s | the database |
            | no orders | page the lead |
            """;

    private final NightShift night = new NightShift(Role.RESPONDER).busy();
    private final List<String> opened = new ArrayList<>();
    private final List<List<String>> asked = new ArrayList<>();

    @AfterEach
    void close() {
        night.close();
    }

    @ParameterizedTest
    @EnumSource(
            value = Theme.class,
            names = {"LIGHT", "DARK"})
    void aRunbookIsDrawnWithWhereItIsFromAndTheAddress(Theme theme) throws IOException {
        Scene scene = shown(theme, true, new Answer.Found(runbook(false)));
        until(scene, "Check first");
        assertThat(words(scene))
                .contains("Customers see ", "errors", "oncall query checkout_errors_total", "2.", "p99 above 2 s")
                .anyMatch(word -> word.startsWith("/books/CheckoutErrors.md, changed"));
        Path file = Path.of("target", "pictures", "runbook-" + theme + ".png");
        Files.createDirectories(file.getParent());
        try (var out = Files.newOutputStream(file)) {
            Png.write(Toolkit.call(() -> scene.snapshot(null)), out);
        }
    }

    @Test
    void aCopySaysThatItIsOne() {
        Scene scene = shown(Theme.DARK, true, new Answer.Found(runbook(true)));
        until(scene, "Its folder cannot be read; this is a copy kept of it, as of ");
    }

    @Test
    void noRunbookAnUnreadableFolderAndNoFolderAreDifferentThings() {
        until(shown(Theme.DARK, true, new Answer.None()), "No folder holds a runbook called ");
        until(shown(Theme.DARK, true, new Answer.Failed("The folder /books cannot be read.")), "/books cannot be read");
        until(shown(Theme.DARK, false, new Answer.None()), "No folder of runbooks is configured");
    }

    @Test
    void aLinkToAnotherRunbookLooksForItAndOthersGoThroughTheGate() {
        Scene scene = shown(Theme.DARK, true, new Answer.Found(runbook(false)));
        until(scene, "Check first");
        click(scene, "https://wiki.example/deploys");
        assertThat(opened).containsExactly("https://wiki.example/deploys");
        click(scene, "the database");
        await().dontCatchUncaughtExceptions().until(() -> Toolkit.call(() -> asked.contains(List.of("Database"))));
        assertThat(opened).hasSize(1);
    }

    private Scene shown(Theme theme, boolean any, Answer answer) {
        Alert alert = night.monitor.alerts().alerts().stream()
                .filter(one -> one.runbook() != null)
                .findFirst()
                .orElseThrow();
        return Toolkit.call(() -> {
            var pane = new RunbookPane(
                    new Shelf(any, answer), night.work, ZoneOffset.UTC, (address, node) -> opened.add(address));
            var scene = new Scene((Parent) pane.view(), 560, 760);
            theme.apply(scene);
            pane.show(alert, night.monitor.alerts(), NightShift.NOW);
            return scene;
        });
    }

    private static Runbook runbook(boolean kept) {
        return new Runbook("CheckoutErrors", TEXT, "/books/CheckoutErrors.md", NightShift.NOW, kept);
    }

    private static void click(Scene scene, String words) {
        Toolkit.run(() -> scene.getRoot().lookupAll(".hyperlink").stream()
                .map(Hyperlink.class::cast)
                .filter(link -> link.getText().equals(words))
                .findFirst()
                .orElseThrow()
                .fire());
    }

    private static void until(Scene scene, String words) {
        await().dontCatchUncaughtExceptions().until(() -> words(scene).stream().anyMatch(word -> word.contains(words)));
    }

    private static List<String> words(Scene scene) {
        return Toolkit.call(() -> {
            scene.snapshot(null);
            var words = new ArrayList<String>();
            collect(scene.getRoot(), words);
            return words;
        });
    }

    private static void collect(Parent parent, List<String> words) {
        parent.getChildrenUnmodifiable().forEach(child -> {
            if (child instanceof Text text) {
                words.add(text.getText());
            } else if (child instanceof Parent inner) {
                collect(inner, words);
            }
        });
    }

    private final class Shelf implements RunbookShelf {
        private final boolean any;
        private final Answer answer;

        Shelf(boolean any, Answer answer) {
            this.any = any;
            this.answer = answer;
        }

        @Override
        public boolean any() {
            return any;
        }

        @Override
        public Answer find(List<String> names) {
            Toolkit.run(() -> asked.add(names));
            return answer;
        }

        @Override
        public void keep() {
            throw new UnsupportedOperationException("a pane keeps nothing");
        }
    }
}
