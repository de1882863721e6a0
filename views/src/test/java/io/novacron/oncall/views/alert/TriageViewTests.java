package io.novacron.oncall.views.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.novacron.oncall.core.alert.AlertKey;
import io.novacron.oncall.core.alert.AlertState;
import io.novacron.oncall.core.alert.Severity;
import io.novacron.oncall.core.settings.Role;
import io.novacron.oncall.core.settings.SavedFilter;
import io.novacron.oncall.core.triage.Field;
import io.novacron.oncall.core.triage.SortBy;
import io.novacron.oncall.views.controls.KeyMap;
import io.novacron.oncall.views.fx.Toolkit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import javafx.scene.control.TableColumn;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TriageViewTests {
    private final NightShift night = new NightShift(Role.RESPONDER);
    private Optional<AlertsScreen> opened = Optional.empty();

    @AfterEach
    void close() {
        opened.ifPresentOrElse(AlertsScreen::close, night::close);
    }

    @Test
    void gGroupsByNameWithTheWorstFiringGroupFirstAndEveryAlertOnce() {
        open(1300);
        on().screen.type("g");
        on().until(() -> on().table().getItems().getFirst() instanceof GroupRow);
        assertThat(on().rows()).hasSize(61).doesNotHaveDuplicates();
        var heads = heads();
        assertThat(heads.getFirst().severity()).isEqualTo(Severity.S1);
        assertThat(heads.stream().mapToInt(head -> head.about().size()).sum()).isEqualTo(61);
        on().soon(() -> assertThat(on().screen.text()).contains("9 firing"));
        on().screen.type("g");
        on().until(() -> heads().isEmpty());
    }

    @Test
    void leftClosesTheGroupFromInsideAndRightOpensItAndTheSelectionStaysWithIt() {
        open(1300);
        on().screen.type("g");
        on().until(() -> !heads().isEmpty());
        on().screen.type("jj");
        GroupRow.GroupId group = heads().getFirst().id();
        assertThat(selected()).isInstanceOf(AlertRow.class);
        int before = Toolkit.call(() -> on().table().getItems().size());
        on().screen.press(KeyCode.LEFT);
        on().until(() -> heads().getFirst().collapsed());
        assertThat(selected().id()).isEqualTo(group);
        assertThat(Toolkit.call(() -> on().table().getItems().size()))
                .isEqualTo(before - heads().getFirst().about().size());
        on().screen.press(KeyCode.RIGHT);
        on().until(() -> !heads().getFirst().collapsed());
        on().screen.press(KeyCode.ENTER);
        on().until(() -> heads().getFirst().collapsed());
        assertThat(on().screen.count(".oc-detail")).isZero();
    }

    @Test
    void aGroupsAlertsAreTakenAllAtOnceByItsHead() {
        open(1300);
        on().screen.type("g");
        on().until(() -> !heads().isEmpty());
        on().screen.press(KeyCode.LEFT);
        on().until(() -> heads().getFirst().collapsed());
        GroupRow head = heads().getFirst();
        assertThat(selected().id()).isEqualTo(head.id());
        var hold = new CountDownLatch(1);
        night.eu.hold(hold);
        night.us.hold(hold);
        on().screen.type("a");
        on().screen.press(KeyCode.RIGHT);
        on().until(() -> head.about().size() > 2
                && on().rows().stream()
                                .filter(row -> head.about().contains(row.key()))
                                .filter(row -> row.underWay().startsWith("ack "))
                                .count()
                        == head.about().size());
        hold.countDown();
    }

    @Test
    void aSeverityKeyPicksAndASecondOneAddsAndTheCountsTellTheRest() {
        open(1300);
        on().screen.type("1");
        on().until(() -> on().rows().stream().allMatch(row -> row.severity() == Severity.S1));
        on().soon(() -> assertThat(on().screen.text()).contains("@severity S1", "of 61 alerts"));
        on().screen.type("2");
        on().until(() -> on().rows().stream().anyMatch(row -> row.severity() == Severity.S2));
        on().screen.type("12");
        on().until(() -> on().rows().size() == 61);
    }

    @Test
    void facetsCountWhatIsThereAndAClickPicks() {
        open(1300);
        on().screen.type("f");
        on().soon(() -> assertThat(on().screen.text()).contains("SEVERITY", "STATE", "muted", "CLUSTER", "us-east"));
        Toolkit.run(() -> on().model.triage().pick(Field.Known.STATE, "muted"));
        on().until(() -> on().rows().size() == 1);
        on().soon(() -> assertThat(on().screen.text())
                .as("other states can still be picked")
                .contains("silenced"));
        on().screen.type("f");
        on().soon(() -> assertThat(on().screen.count(".oc-facet")).isZero());
    }

    @Test
    void hHidesHereOnlyUntilTheAlertFiresAnewAndCtrlZShowsItAgain() {
        open(1300);
        on().screen.type("jk");
        AlertKey worst = on().chosen().getFirst();
        on().screen.type("h");
        on().until(() -> on().rows().size() == 60);
        on().soon(() -> assertThat(on().screen.text()).contains("1 alert hidden here only", "60 of 61 alerts"));
        assertThat(night.eu.active()).as("nothing was written").hasSize(1);
        on().screen.pressCtrl(KeyCode.Z);
        on().until(() -> on().rows().size() == 61);
        assertThat(on().row(worst).state()).isEqualTo(AlertState.FIRING);
    }

    @Test
    void ctrlZGivesBackOnesOwnAcknowledgement() {
        open(1300);
        on().screen.type("jka");
        on().until(() -> night.eu.active().size() == 2);
        on().until(() -> night.desk.log().ladders().stream().allMatch(ladder -> ladder.over()));
        on().until(() -> on().row(0).underWay().isEmpty());
        on().screen.pressCtrl(KeyCode.Z);
        on().until(() -> night.eu.active().size() == 1);
        on().screen.pressCtrl(KeyCode.Z);
        on().soon(() -> assertThat(on().screen.text()).contains("There is nothing to take back."));
    }

    @Test
    void aHeadOfAColumnOnlySaysWhatToOrderBy() {
        open(1300);
        Toolkit.run(() -> {
            TableColumn<Line, ?> age = column("age");
            age.setSortType(TableColumn.SortType.DESCENDING);
            on().table().getSortOrder().setAll(List.of(age));
        });
        on().until(() -> on().model.listProperty().get().wish().sort().equals(new SortBy(Field.Known.AGE, true)));
        on().until(() -> {
            var starts = on().rows().stream().map(AlertRow::startsAt).toList();
            return starts.equals(
                    starts.stream().sorted(Comparator.reverseOrder()).toList());
        });
    }

    @Test
    void inANarrowWindowThereIsOneColumnOfCardsAndTheDetailTakesItsPlace() {
        night.busy().acknowledged(1);
        opened = Optional.of(new AlertsScreen(night, true, 480, 800));
        on().screen.settle();
        assertThat(Toolkit.call(() -> on().table().getVisibleLeafColumns().size()))
                .isEqualTo(1);
        on().soon(() -> assertThat(on().screen.text()).contains("ana", "eu-west", "61 alerts"));
        on().screen.type("jo");
        on().soon(() -> assertThat(on().screen.text()).contains("LABELS ("));
        assertThat(on().screen.count(".oc-alerts")).isZero();
        on().screen.press(KeyCode.ESCAPE);
        assertThat(on().screen.count(".oc-alerts")).isEqualTo(1);
    }

    @Test
    void presetsAndSavedViewsBringBackFilterGroupsAndOrder() {
        night.busy().acknowledged(2);
        opened = Optional.of(new AlertsScreen(night, true, 1300, 700));
        var presets = Presets.of("ana");
        Toolkit.run(() -> on().model.triage().apply(preset(presets, "Mine")));
        on().until(() -> on().rows().size() == 2
                && on().rows().stream().allMatch(row -> row.owner().equals("ana")));
        Toolkit.run(() -> {
            on().model.triage().pick(Severity.S1);
            on().model.triage().toggleGroups();
            on().model.memory().add(on().model.triage().saved("mine, worst"));
            on().model.triage().apply(preset(presets, "All, worst first"));
        });
        on().until(() -> on().rows().size() == 61);
        var saved =
                Toolkit.call(() -> on().model.memory().filtersProperty().get().getFirst());
        assertThat(saved.query()).isEqualTo("@owner=\"ana\" @severity=\"S1\"");
        assertThat(saved.table().groupBy()).containsExactly("alertname");
        Toolkit.run(() -> on().model.triage().apply(saved));
        on().until(() -> !heads().isEmpty()
                && on().rows().stream().allMatch(row -> row.owner().equals("ana")));
    }

    @Test
    void replicasOfOneAlertAreOneLineAndAnActionIsAboutAllOfThem() {
        for (String replica : List.of("a", "b")) {
            night.eu.add(NightShift.held(
                    Map.of("alertname", "Twice", "severity", "critical", "replica", replica), "x", NightShift.NOW));
        }
        night.poll();
        opened = Optional.of(new AlertsScreen(night, true, 1300, 700));
        on().until(() -> on().rows().size() == 1);
        on().soon(() -> assertThat(on().screen.text()).contains("× 2 replicas", "2 alerts"));
        assertThat(on().row(0).about()).hasSize(2);
    }

    @Test
    void yCopiesTheLinkAndShiftYTheAlert() {
        open(1300);
        on().screen.type("jky");
        AlertKey key = on().chosen().getFirst();
        assertThat(clipboard()).isEqualTo("oncall://alert/" + key.fingerprint() + "?cluster=" + key.cluster());
        on().screen.type("Y");
        assertThat(clipboard()).contains(key.fingerprint(), "Alert[");
    }

    @Test
    void everyKeyOfTheMenuIsAKeyOfTheHelp() {
        open(1300);
        var entries = Toolkit.call(() -> Objects.requireNonNull(KeyMap.of(Objects.requireNonNull(
                        on().table().getParent().getParent().getParent())))
                .entries());
        var menu = Toolkit.call(() -> on().table().getContextMenu().getItems().stream()
                .filter(item -> item.getText() != null)
                .map(item -> item.getText().toLowerCase(Locale.ROOT))
                .toList());
        assertThat(entries)
                .extracting(entry -> entry.meaning().toLowerCase(Locale.ROOT))
                .containsExactlyElementsOf(menu);
    }

    private static SavedFilter preset(List<SavedFilter> presets, String name) {
        return presets.stream()
                .filter(preset -> preset.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String clipboard() {
        return Toolkit.call(() -> Clipboard.getSystemClipboard().getString());
    }

    private TableColumn<Line, ?> column(String id) {
        return on().table().getColumns().stream()
                .filter(column -> id.equals(column.getId()))
                .findFirst()
                .orElseThrow();
    }

    private Line selected() {
        return Toolkit.call(() -> on().table().getSelectionModel().getSelectedItem());
    }

    private List<GroupRow> heads() {
        return Toolkit.call(() -> on().table().getItems().stream()
                .filter(GroupRow.class::isInstance)
                .map(GroupRow.class::cast)
                .toList());
    }

    private void open(double width) {
        night.busy();
        opened = Optional.of(new AlertsScreen(night, true, width, 700));
    }

    private AlertsScreen on() {
        return opened.orElseThrow();
    }
}
