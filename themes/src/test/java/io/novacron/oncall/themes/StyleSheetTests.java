package io.novacron.oncall.themes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javafx.application.Application;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonType;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StyleSheetTests {
    private static final String CSS =
            Tokens.text(Theme.DARK.sources().stream().skip(2).findFirst().orElseThrow());

    @ParameterizedTest
    @EnumSource(Theme.class)
    void everyColourOfEveryStyleClassResolves(Theme theme) {
        try (var warnings = new CssWarnings()) {
            Toolkit.run(() -> {
                var stage = new Stage();
                var scene = new Scene(everything(), 900, 900);
                theme.apply(scene);
                stage.setScene(scene);
                stage.show();
                var menu = new ContextMenu(new MenuItem("Silence"));
                menu.show(scene.getRoot(), 10, 10);
                var tip = new Tooltip("tip");
                tip.show(scene.getRoot(), 20, 20);
                style(scene.getRoot());
                style(menu.getScene().getRoot());
                style(tip.getScene().getRoot());
                assertThat(menu.getScene().getUserAgentStylesheet()).isEqualTo(scene.getUserAgentStylesheet());
                assertThat(tip.getScene().getStylesheets()).containsAll(theme.stylesheets());
                assertThat(tip.getFont().getFamily()).isEqualTo("Inter");
                menu.hide();
                tip.hide();
                stage.close();
            });
            assertThat(warnings.complaints()).isEmpty();
        }
    }

    @Test
    void anUnresolvedColourIsNoticed() {
        try (var warnings = new CssWarnings()) {
            Toolkit.run(() -> {
                var label = new Label("x");
                label.setStyle("-fx-text-fill: -oc-there-is-no-such-colour");
                var scene = new Scene(label);
                Theme.DARK.apply(scene);
                style(label);
            });
            assertThat(warnings.complaints()).anyMatch(text -> text.contains("-oc-there-is-no-such-colour"));
        }
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void everyNameThatOurSheetUsesIsDefined(Theme theme) {
        Set<String> defined = new TreeSet<>(Palette.of(theme).tokens());
        theme.sources().forEach(sheet -> defined.addAll(names(Tokens.text(sheet), true)));
        assertThat(defined).containsAll(names(CSS, false));
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void aCanvasGetsTheVeryColourAControlGets(Theme theme) {
        var palette = Palette.of(theme);
        Toolkit.run(() -> {
            var box = new VBox();
            for (String token : palette.tokens()) {
                var region = new Region();
                region.setId(token);
                region.setStyle("-fx-background-color: " + token);
                box.getChildren().add(region);
            }
            var scene = new Scene(box);
            theme.apply(scene);
            box.applyCss();
            for (Node node : box.getChildren()) {
                var fill = (Color)
                        ((Region) node).getBackground().getFills().getFirst().getFill();
                assertThat(palette.color(node.getId()).toString())
                        .as(node.getId())
                        .isEqualTo(fill.toString());
            }
        });
    }

    @Test
    void noColourStandsInTheRules() {
        assertThat(CSS).doesNotContain("#").doesNotContain("rgb");
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void textHasTheSizeAndTheFamilyTheThemePromises(Theme theme) {
        Toolkit.run(() -> {
            var plain = new Label("x");
            var mono = new Label("x");
            mono.getStyleClass().add("oc-mono");
            var root = new VBox(plain, mono);
            theme.apply(new Scene(root));
            style(root);
            assertThat(plain.getFont().getSize()).isEqualTo(theme.textSize());
            assertThat(plain.getFont().getFamily()).isEqualTo("Inter");
            assertThat(mono.getFont().getFamily()).isEqualTo("JetBrains Mono");
            assertThat(Theme.of(root.getScene())).isEqualTo(theme);
        });
    }

    @Test
    void theProgramsBaseStyleIsThatOfItsTheme() {
        Toolkit.run(() -> {
            var before = Application.getUserAgentStylesheet();
            Theme.LIGHT.applyToProgram();
            assertThat(Application.getUserAgentStylesheet()).endsWith("primer-light.css");
            Application.setUserAgentStylesheet(before);
        });
    }

    private static void style(Parent root) {
        root.applyCss();
        root.layout();
        root.applyCss();
    }

    private static VBox everything() {
        var box = new VBox();
        for (String styleClass : classes()) {
            var label = new Label(styleClass, Icon.CHECK.node());
            label.getStyleClass().add(styleClass);
            var pane = new VBox(new Label("inside"), Icon.CROSS.node(), SeverityMark.S1.node());
            pane.getStyleClass().add(styleClass);
            box.getChildren().addAll(label, pane);
        }
        for (SeverityMark mark : SeverityMark.values()) {
            var badge = new Label(mark.name(), mark.node());
            badge.getStyleClass().addAll("oc-severity", mark.styleClass());
            box.getChildren().add(badge);
        }
        for (Icon icon : Icon.values()) {
            box.getChildren().add(icon.node());
        }
        box.getChildren().addAll(controls());
        return box;
    }

    private static List<Node> controls() {
        var table = new TableView<String>();
        table.getColumns().add(new TableColumn<>("Alert"));
        table.getItems().addAll("a", "b");
        table.getSelectionModel().select(0);
        var list = new ListView<String>();
        list.getItems().addAll("a", "b");
        list.getSelectionModel().select(0);
        var dialog = new DialogPane();
        dialog.setHeaderText("Silence?");
        dialog.getButtonTypes().setAll(ButtonType.OK, ButtonType.CANCEL);
        var accent = new Button("go");
        accent.getStyleClass().add("accent");
        var danger = new Button("stop");
        danger.getStyleClass().add("danger");
        var flat = new Button("flat");
        flat.getStyleClass().add("flat");
        var toggle = new ToggleButton("on");
        toggle.setSelected(true);
        var rail = new ToggleButton("Alerts", Icon.BELL.node());
        rail.getStyleClass().add("oc-rail-button");
        rail.setSelected(true);
        var controls = new ArrayList<Node>(List.of(table, list, dialog, accent, danger, flat, toggle, rail));
        controls.addAll(List.of(
                new TreeView<>(new TreeItem<>("a")),
                new TextField("text"),
                new TextArea("text"),
                new ComboBox<String>(),
                new ChoiceBox<String>(),
                new CheckBox("check"),
                new MenuButton("menu"),
                new ProgressBar(0.4),
                new ScrollPane(new Label("long")),
                new SplitPane(new Label("a"), new Label("b")),
                new TabPane(new Tab("a"), new Tab("b"))));
        return controls;
    }

    private static Set<String> classes() {
        Set<String> classes = new TreeSet<>(Comparator.naturalOrder());
        for (int at = CSS.indexOf(".oc-"); at >= 0; at = CSS.indexOf(".oc-", at + 1)) {
            classes.add(name(CSS, at + 1));
        }
        assertThat(classes).hasSizeGreaterThan(60);
        return classes;
    }

    /// The `-oc-…` and `-color-…` names in `css` that are defined there, or that are used as a value.
    private static Set<String> names(String css, boolean definitions) {
        var names = new TreeSet<String>();
        for (String prefix : List.of("-oc-", "-color-")) {
            for (int at = css.indexOf(prefix); at >= 0; at = css.indexOf(prefix, at + 1)) {
                char before = css.charAt(at - 1);
                String name = name(css, at);
                boolean defines = css.startsWith(":", at + name.length());
                if ((before == ' ' || before == '\n') && defines == definitions) {
                    names.add(name);
                }
            }
        }
        return names;
    }

    private static String name(String css, int from) {
        int to = from;
        while (Character.isLetterOrDigit(css.charAt(to)) || css.charAt(to) == '-') {
            to++;
        }
        return css.substring(from, to);
    }
}
