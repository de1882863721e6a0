package io.novacron.oncall.views.fx;

import static org.assertj.core.api.Assertions.assertThat;

import io.novacron.oncall.themes.Theme;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javafx.animation.AnimationTimer;
import javafx.scene.Scene;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

@ParameterizedClass(name = "rows that tell what changed: {0}")
@ValueSource(booleans = {true, false})
class TableAnchorTests {
    @Parameter
    private boolean live;

    private record Row(int id, int version) {}

    private TableView<Row> table = new TableView<>();
    private TableAnchor<Row> anchor = new TableAnchor<>(table, Row::id);
    private Stage stage = Toolkit.call(Stage::new);

    @BeforeEach
    void show() {
        Toolkit.run(() -> {
            table = live ? new TableView<>(new LiveRows<>()) : new TableView<>();
            table.getColumns().add(new TableColumn<>("Id"));
            table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
            anchor = new TableAnchor<>(table, Row::id);
            var scene = new Scene(table, 300, 300);
            Theme.DARK.apply(scene);
            stage.setScene(scene);
            stage.show();
            anchor.setAll(rows(0, 200, 1));
            table.applyCss();
            table.layout();
        });
    }

    @AfterEach
    void close() {
        Toolkit.run(stage::close);
    }

    @Test
    void theSelectionSurvivesNewRowsOfTheSameIdsInAnotherOrder() {
        Toolkit.run(() -> {
            table.getSelectionModel().selectIndices(3, 5, 9);
            anchor.setAll(rows(0, 200, 2).reversed());
            assertThat(table.getSelectionModel().getSelectedItems())
                    .extracting(Row::id)
                    .containsExactlyInAnyOrder(3, 5, 9);
            assertThat(table.getSelectionModel().getSelectedItem()).isEqualTo(new Row(9, 2));
        });
    }

    @Test
    void theFocusStaysWithItsRow() {
        Toolkit.run(() -> {
            table.getSelectionModel().select(4);
            table.getFocusModel().focus(7);
            anchor.setAll(rows(-5, 200, 2));
            assertThat(table.getFocusModel().getFocusedItem()).isEqualTo(new Row(7, 2));
        });
    }

    @Test
    void aFocusedRowThatWentLeavesTheFocusAtItsPlace() {
        Toolkit.run(() -> {
            table.getSelectionModel().clearAndSelect(4);
            table.getFocusModel().focus(4);
            var rows = new ArrayList<>(rows(0, 200, 2));
            rows.remove(4);
            anchor.setAll(rows);
            assertThat(table.getFocusModel().getFocusedIndex()).isEqualTo(4);
            assertThat(table.getSelectionModel().getSelectedItems()).isEmpty();
            assertThat(anchor.selectedProperty().get()).isEmpty();
        });
    }

    @Test
    void theRowAtTheUpperEdgeStaysThereToThePixelWhenRowsComeAboveIt() {
        Toolkit.run(() -> {
            scrollTo(50, 11);
            assertThat(edge()).isEqualTo(50);
            double before = offset();
            anchor.setAll(rows(-30, 200, 2));
            table.layout();
            assertThat(edge()).isEqualTo(50);
            assertThat(offset()).isEqualTo(before).isNegative();
        });
    }

    @Test
    void theRowAtTheUpperEdgeStaysThereAlsoWhenItWouldStillBeSeen() {
        Toolkit.run(() -> {
            scrollTo(50, 11);
            double before = offset();
            anchor.setAll(rows(-1, 200, 2));
            anchor.setAll(rows(-2, 200, 3));
            table.layout();
            assertThat(edge()).isEqualTo(50);
            assertThat(offset()).isEqualTo(before).isNegative();
        });
    }

    @Test
    void whenTheRowAtTheEdgeIsGoneTheNextOneTakesItsPlace() {
        Toolkit.run(() -> {
            scrollTo(50, 0);
            anchor.setAll(rows(0, 200, 2).stream()
                    .filter(row -> row.id() < 48 || row.id() > 52)
                    .toList());
            table.layout();
            assertThat(edge()).isEqualTo(53);
        });
    }

    @Test
    void aTableAtItsTopStaysAtItsTop() {
        Toolkit.run(() -> {
            anchor.setAll(rows(-30, 200, 2));
            table.layout();
            assertThat(edge()).isEqualTo(-30);
        });
    }

    @Test
    void theSelectedPropertyGoesFromTheOldToTheNewRowWithoutAGap() {
        Toolkit.run(() -> {
            table.getSelectionModel().select(3);
            var seen = new ArrayList<Optional<Row>>();
            anchor.selectedProperty().addListener((property, before, now) -> seen.add(now));
            anchor.setAll(rows(-10, 200, 2));
            assertThat(seen).containsExactly(Optional.of(new Row(3, 2)));
        });
    }

    @Test
    void aRowIsSelectedByItsIdOrTheAnswerIsNo() {
        Toolkit.run(() -> {
            assertThat(anchor.select(120)).isTrue();
            assertThat(anchor.selectedProperty().get()).contains(new Row(120, 1));
            assertThat(anchor.select(1000)).isFalse();
            assertThat(anchor.selectedProperty().get()).contains(new Row(120, 1));
        });
    }

    @Test
    void anEmptyAnswerEmptiesTheTableAndFullAgainNothingIsSelected() {
        Toolkit.run(() -> {
            table.getSelectionModel().select(3);
            anchor.setAll(List.of());
            assertThat(table.getItems()).isEmpty();
            assertThat(anchor.selectedProperty().get()).isEmpty();
            anchor.setAll(rows(0, 200, 3));
            assertThat(anchor.selectedProperty().get()).isEmpty();
        });
    }

    @Test
    void theEdgeStillStandsAfterTheScreenWasDrawnAFewTimes() throws InterruptedException {
        Toolkit.run(() -> {
            scrollTo(50, 11);
            anchor.setAll(rows(-30, 200, 2));
        });
        frames(3);
        Toolkit.run(() -> {
            assertThat(edge()).isEqualTo(50);
            assertThat(offset()).isEqualTo(-11);
        });
    }

    private static void frames(int count) throws InterruptedException {
        var left = new CountDownLatch(count);
        var timer = Toolkit.call(() -> {
            var made = new AnimationTimer() {
                @Override
                public void handle(long now) {
                    left.countDown();
                }
            };
            made.start();
            return made;
        });
        assertThat(left.await(30, TimeUnit.SECONDS)).isTrue();
        Toolkit.run(timer::stop);
    }

    private void scrollTo(int index, double pixels) {
        flow().scrollTo(index);
        table.layout();
        flow().scrollPixels(pixels);
        table.layout();
    }

    private int edge() {
        return table.getItems().get(flow().getFirstVisibleCell().getIndex()).id();
    }

    private double offset() {
        return flow().getFirstVisibleCell().getLayoutY();
    }

    private VirtualFlow<?> flow() {
        return (VirtualFlow<?>) Objects.requireNonNull(table.lookup(".virtual-flow"));
    }

    private static List<Row> rows(int from, int to, int version) {
        return IntStream.range(from, to).mapToObj(id -> new Row(id, version)).toList();
    }
}
