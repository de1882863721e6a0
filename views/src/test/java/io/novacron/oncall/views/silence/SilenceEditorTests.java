package io.novacron.oncall.views.silence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.novacron.oncall.core.alert.Alert;
import io.novacron.oncall.core.alert.AlertKey;
import io.novacron.oncall.core.settings.Operator;
import io.novacron.oncall.core.settings.Role;
import io.novacron.oncall.core.silence.Dialect;
import io.novacron.oncall.core.silence.Matcher;
import io.novacron.oncall.core.silence.Matching;
import io.novacron.oncall.core.silence.Silence;
import io.novacron.oncall.core.silence.SilenceState;
import io.novacron.oncall.core.source.SourceKind;
import io.novacron.oncall.core.source.SourceState;
import io.novacron.oncall.core.source.SourceStatus;
import io.novacron.oncall.views.alert.NightShift;
import io.novacron.oncall.views.fx.Toolkit;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.control.Label;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SilenceEditorTests {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private final NightShift night = new NightShift(Role.RESPONDER);
    private ClusterSight sight = new ClusterSight(Optional.empty(), "");

    @BeforeEach
    void begin() {
        night.busy();
        sight = sight(SourceState.LIVE, night.clock.now());
    }

    @AfterEach
    void close() {
        night.close();
    }

    @Test
    void itBeginsWithTheLabelsThatARestartDoesNotChange() {
        SilenceEditor editor = editor(named("PostgresReplicationLag").subList(0, 1));
        assertThat(editor.matchersProperty().get())
                .contains("alertname=\"PostgresReplicationLag\"")
                .doesNotContain("pod=");
        assertThat(outlook(editor).preview().orElseThrow().count()).isPositive();
    }

    @Test
    void ofSeveralAlertsItTakesWhatTheyHaveInCommonAndNoCrossProduct() {
        List<Alert> alerts = named("PostgresReplicationLag");
        SilenceEditor editor = editor(alerts);
        assertThat(editor.matchersProperty().get()).doesNotContain("=~\"10").doesNotContain("|");
        assertThat(outlook(editor).missed()).isEmpty();
    }

    @Test
    void hitsAreNewOrSilencedAlreadyAndWhatWasSelectedAndIsMissedIsNamed() throws Exception {
        List<Alert> alerts = named("PostgresReplicationLag");
        SilenceEditor editor = editor(alerts);
        write(editor, "alertname=~\"NodeFilesystemFillsUp|SchedulerTickMissed\"");
        Outlook now = outlook(editor);
        var matching = Matching.of(now.draft().matchers());
        Set<AlertKey> expected = night.monitor.alerts().alerts().stream()
                .filter(alert -> alert.key().cluster().equals("eu-west"))
                .filter(alert -> matching.matches(alert.labels()))
                .map(Alert::key)
                .collect(Collectors.toSet());

        assertThat(now.already()).isNotEmpty().allMatch(alert -> alert.name().equals("NodeFilesystemFillsUp"));
        assertThat(now.newly())
                .isNotEmpty()
                .allMatch(alert -> alert.silencedBy().isEmpty());
        assertThat(now.newly().size() + now.already().size()).isEqualTo(expected.size());
        assertThat(Set.copyOf(now.preview().orElseThrow().matches())).isEqualTo(expected);
        assertThat(now.missed()).extracting(Alert::key).containsExactlyInAnyOrderElementsOf(keys(alerts));
    }

    @Test
    void aClusterThatNeverAnsweredIsNotOneWithoutAlertsAndNothingIsPostedBlindly() {
        sight = sight(SourceState.UNREACHABLE, null);
        SilenceEditor editor = editor(named("PostgresReplicationLag"));
        comment(editor);
        assertThat(outlook(editor).preview()).isEmpty();
        assertThat(Toolkit.call(editor::obstacle))
                .isEqualTo("eu-west has not answered yet: what it would hit is not known.");
        assertThat(shown(outlook(editor))).doesNotContain("of 0 alerts").contains("what it would hit is not known");
    }

    @Test
    void aClusterThatWasLostIsCountedByItsLastWordWithItsTime() {
        sight = sight(SourceState.UNREACHABLE, Instant.parse("2026-11-23T02:12:07Z"));
        SilenceEditor editor = editor(named("PostgresReplicationLag"));
        assertThat(outlook(editor).preview().orElseThrow().of()).isPositive();
        assertThat(shown(outlook(editor)))
                .contains("IT WOULD HAVE HIT, WHEN LAST HEARD")
                .contains("eu-west is not reachable: what it would hit now is not known, this is by what it said at"
                        + " 03:12:07.");
    }

    @Test
    void untilTheFirstLookIsDoneNothingCanBePosted() {
        SilenceEditor editor = Toolkit.call(() -> {
            var begun = new SilenceEditor(
                    EditorStart.of(named("PostgresReplicationLag"), Dialect.FALLBACK), world(Role.RESPONDER));
            begun.commentProperty().set("why");
            assertThat(begun.outlookProperty().get()).isEmpty();
            assertThat(begun.obstacle()).startsWith("Counting");
            begun.post();
            assertThat(begun.stateProperty().get()).isInstanceOf(SilenceEditor.State.Editing.class);
            return begun;
        });
        assertThat(outlook(editor).preview()).isPresent();
    }

    private static String shown(Outlook outlook) {
        return Toolkit.call(() -> {
            var pane = new OutlookPane();
            pane.show(outlook, false);
            return pane.lookupAll(".label").stream()
                    .filter(Label.class::isInstance)
                    .map(label -> ((Label) label).getText())
                    .collect(Collectors.joining("\n"));
        });
    }

    @Test
    void alternativesForTwoLabelsWarnOfTheirCrossProduct() {
        SilenceEditor editor = editor(named("PostgresReplicationLag"));
        write(editor, "service=~\"checkout|billing\"\nseverity=~\"warning|low\"");
        assertThat(outlook(editor).warnings()).anyMatch(text -> text.contains("all 4 combinations"));
    }

    @Test
    void matchersThatCannotBeReadAreNamedWithTheirColumnAndNothingIsPosted() {
        SilenceEditor editor = editor(named("PostgresReplicationLag"));
        write(editor, "service=~\"(\"");
        comment(editor);
        assertThat(outlook(editor).preview()).isEmpty();
        assertThat(Toolkit.call(editor::obstacle)).startsWith("Line 1, column ");
        Toolkit.run(editor::post);
        assertThat(editor.stateProperty().get()).isInstanceOf(SilenceEditor.State.Editing.class);
    }

    @Test
    void aServerBefore027ReadsWithTheClassicParser() {
        SilenceEditor editor = Toolkit.call(() -> new SilenceEditor(
                EditorStart.of(named("PostgresReplicationLag"), Dialect.ofVersion("0.25.0")), world(Role.RESPONDER)));
        write(editor, "\"host.name\"=\"a\"");
        assertThat(Toolkit.call(editor::obstacle)).startsWith("Line 1, column 1");
    }

    @Test
    void moreThanHalfOfAllTakesTheCountAndAResponderAReasonToo() {
        SilenceEditor editor = editor(named("PostgresReplicationLag"));
        write(editor, "region=\"eu-west\"");
        comment(editor);
        int count = outlook(editor).preview().orElseThrow().count();
        assertThat(Toolkit.call(editor::obstacle)).contains("type " + count + " to go on");
        Toolkit.run(() -> editor.typedCountProperty().set(Integer.toString(count)));
        assertThat(Toolkit.call(editor::obstacle)).contains("lead").contains("reason");
        Toolkit.run(() -> editor.reasonProperty().set("storm"));
        assertThat(Toolkit.call(editor::obstacle)).isEmpty();
    }

    @Test
    void aPatternIsTheSameByteForByteAfterTheRowsWereOpened() {
        String typed = "a=b\nservice=~\"web\\\\d+|^x$\"\n  c != \"d\"";
        var text = new SimpleStringProperty(typed);
        Toolkit.run(() -> new MatcherRows(text, Dialect.FALLBACK, () -> LabelCounts.NONE));
        assertThat(text.get()).isEqualTo(typed);
    }

    @Test
    void whatNoFieldKeepsStaysAsItIs() {
        Silence hostile = silence(Matcher.equal("host", "a\rb"));
        SilenceEditor classic = Toolkit.call(
                () -> new SilenceEditor(EditorStart.of("eu-west", hostile, Dialect.CLASSIC), world(Role.LEAD)));
        SilenceEditor utf8 = Toolkit.call(
                () -> new SilenceEditor(EditorStart.of("eu-west", hostile, Dialect.FALLBACK), world(Role.LEAD)));
        assertThat(classic.locked()).isTrue();
        assertThat(outlook(classic).draft().matchers()).containsExactly(Matcher.equal("host", "a\rb"));
        assertThat(utf8.matchersProperty().get()).isEqualTo("\"host\"=\"a\\u000db\"");
        assertThat(outlook(utf8).draft().matchers()).containsExactly(Matcher.equal("host", "a\rb"));
    }

    @Test
    void aChangeShowsTheReasonWithoutItsMark() {
        SilenceEditor editor = Toolkit.call(() -> new SilenceEditor(
                EditorStart.of("eu-west", silence(Matcher.equal("host", "a")), Dialect.FALLBACK), world(Role.LEAD)));
        assertThat(editor.changes()).isTrue();
        assertThat(editor.commentProperty().get()).isEqualTo("swap");
        assertThat(outlook(editor).draft().problems()).isEmpty();
    }

    private Silence silence(Matcher matcher) {
        return new Silence(
                "s-1",
                SilenceState.ACTIVE,
                List.of(matcher),
                night.clock.now(),
                night.clock.now().plusSeconds(7_200),
                night.clock.now(),
                "ana",
                "swap [oncall:u-1]",
                Map.of());
    }

    private List<Alert> named(String name) {
        return night.monitor.alerts().alerts().stream()
                .filter(one -> one.name().equals(name) && one.key().cluster().equals("eu-west"))
                .toList();
    }

    private static List<AlertKey> keys(List<Alert> alerts) {
        return alerts.stream().map(Alert::key).toList();
    }

    private SilenceEditor editor(List<Alert> alerts) {
        return Toolkit.call(() -> new SilenceEditor(EditorStart.of(alerts, Dialect.FALLBACK), world(Role.RESPONDER)));
    }

    private SilenceEditor.World world(Role role) {
        return new SilenceEditor.World(
                new Operator("ana", role),
                () -> sight,
                Duration.ZERO,
                night.clock,
                BERLIN,
                night.worker,
                new SilenceActions(night.desk, night.work, night.monitor),
                result -> {});
    }

    private Outlook outlook(SilenceEditor editor) {
        settle(editor);
        return Toolkit.call(() -> editor.outlookProperty().get().orElseThrow());
    }

    private ClusterSight sight(SourceState state, @Nullable Instant lastGood) {
        var status = new SourceStatus(
                "eu-west",
                SourceKind.ALERTMANAGER,
                "eu-west",
                List.of(state),
                "connection refused",
                lastGood,
                "0.34.2",
                "",
                null,
                null,
                null,
                Duration.ofSeconds(15));
        List<Alert> alerts = lastGood == null
                ? List.of()
                : night.monitor.alerts().alerts().stream()
                        .filter(alert -> alert.key().cluster().equals("eu-west"))
                        .toList();
        return ClusterSight.of("eu-west", Optional.of(status), alerts, BERLIN);
    }

    private void comment(SilenceEditor editor) {
        Toolkit.run(() -> editor.commentProperty().set("why"));
        settle(editor);
    }

    private void write(SilenceEditor editor, String matchers) {
        Toolkit.run(() -> editor.matchersProperty().set(matchers));
        settle(editor);
    }

    private void settle(SilenceEditor editor) {
        await().dontCatchUncaughtExceptions().until(() -> {
            night.clock.advance(Duration.ofMillis(100));
            return Toolkit.call(() -> !editor.obstacle().startsWith("Counting"));
        });
    }
}
