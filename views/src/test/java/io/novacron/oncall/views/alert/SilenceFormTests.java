package io.novacron.oncall.views.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.novacron.oncall.core.action.ActionResult;
import io.novacron.oncall.core.action.CreateSilence;
import io.novacron.oncall.core.alert.Alert;
import io.novacron.oncall.core.alert.AlertKey;
import io.novacron.oncall.core.settings.Role;
import io.novacron.oncall.core.silence.Matching;
import io.novacron.oncall.core.silence.SilencePreview;
import io.novacron.oncall.views.fx.Toolkit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SilenceFormTests {
    private final NightShift night = new NightShift(Role.RESPONDER);
    private final List<CreateSilence.Request> posted = new ArrayList<>();
    private final List<Consumer<ActionResult>> answers = new ArrayList<>();

    @BeforeEach
    void begin() {
        night.busy();
    }

    @AfterEach
    void close() {
        night.close();
    }

    @Test
    void itBeginsWithTheLabelsThatARestartDoesNotChange() {
        SilenceForm form = form("PostgresReplicationLag");
        assertThat(form.matchersProperty().get())
                .contains("alertname=\"PostgresReplicationLag\"")
                .doesNotContain("pod=");
        assertThat(preview(form).count()).isPositive();
    }

    @Test
    void thePreviewCountsExactlyWhatTheSameMatchersHitInItsClusterAndNothingElse() throws Exception {
        SilenceForm form = form("PostgresReplicationLag");
        write(form, "severity=~\"warning|low\"\nservice!=\"billing\"");
        var matching = Matching.of(form.outlookProperty().get().draft().matchers());
        List<AlertKey> expected = night.monitor.alerts().alerts().stream()
                .filter(alert -> alert.key().cluster().equals("eu-west"))
                .filter(alert -> matching.matches(alert.labels()))
                .map(Alert::key)
                .toList();
        assertThat(expected).isNotEmpty();
        assertThat(preview(form).matches()).isEqualTo(expected);
        assertThat(preview(form).of()).isEqualTo((int) night.monitor.alerts().alerts().stream()
                .filter(alert -> alert.key().cluster().equals("eu-west"))
                .count());
        assertThat(form.outlookProperty().get().first())
                .extracting(Alert::key)
                .isEqualTo(expected.stream().limit(SilenceForm.LISTED).toList());
    }

    @Test
    void matchersThatCannotBeReadHaveNoPreviewAndAreNotPosted() {
        SilenceForm form = form("PostgresReplicationLag");
        write(form, "service=~\"(\"");
        comment(form);
        assertThat(form.outlookProperty().get().preview()).isEmpty();
        assertThat(Toolkit.call(form::obstacle)).startsWith("Line 1, column ");
        Toolkit.run(form::post);
        assertThat(posted).isEmpty();
    }

    @Test
    void withoutACommentNothingIsPosted() {
        SilenceForm form = form("PostgresReplicationLag");
        assertThat(Toolkit.call(form::obstacle)).isEqualTo("Say why in the comment.");
        Toolkit.run(form::post);
        assertThat(posted).isEmpty();
    }

    @Test
    void whatIsCriticalIsPostedOnlyWithItsCountTyped() {
        SilenceForm form = form("SchedulerTickMissed");
        write(form, "severity=\"critical\"");
        comment(form);
        int count = preview(form).count();
        assertThat(Toolkit.call(form::obstacle)).contains("type " + count + " to go on");
        Toolkit.run(() -> {
            form.typedCountProperty().set(Integer.toString(count + 1));
            form.post();
        });
        assertThat(posted).isEmpty();
        Toolkit.run(() -> {
            form.typedCountProperty().set(Integer.toString(count));
            form.post();
        });
        assertThat(posted)
                .singleElement()
                .satisfies(request -> assertThat(request.consent().count()).isEqualTo(count));
    }

    @Test
    void aRefusalIsShownAndItsCountIsAskedForNext() {
        SilenceForm form = form("PostgresReplicationLag");
        write(form, "alertname=\"NodeClockSkew\"\nservice=\"none\"");
        comment(form);
        Toolkit.run(form::post);
        Toolkit.run(() -> answers.getFirst().accept(new ActionResult.Refused("this silences 7 alerts", 7)));
        assertThat(form.stateProperty().get())
                .isEqualTo(new SilenceForm.State.Editing("Not silenced: this silences 7 alerts.", 7));
        assertThat(Toolkit.call(form::obstacle)).contains("type 7 to go on");
    }

    @Test
    void newAlertsAreCountedWithoutAKeyBeingPressed() {
        SilenceForm form = form("PostgresReplicationLag");
        write(form, "alertname=\"Fresh\"");
        assertThat(preview(form).count()).isZero();
        night.eu.add(NightShift.held(Map.of("alertname", "Fresh"), "new", NightShift.NOW));
        night.poll();
        Toolkit.run(form::alertsChanged);
        await().dontCatchUncaughtExceptions().until(() -> {
            night.clock.advance(Duration.ofMillis(100));
            return preview(form).count() == 1;
        });
    }

    private SilenceForm form(String name) {
        Alert alert = night.monitor.alerts().alerts().stream()
                .filter(one -> one.name().equals(name) && one.key().cluster().equals("eu-west"))
                .findFirst()
                .orElseThrow();
        return Toolkit.call(() -> new SilenceForm(
                alert,
                "0.34.2",
                () -> night.monitor.alerts().alerts(),
                List.of(),
                night.clock,
                night.worker,
                this::post));
    }

    private void post(CreateSilence.Request request, Consumer<ActionResult> then) {
        posted.add(request);
        answers.add(then);
    }

    private void write(SilenceForm form, String matchers) {
        Toolkit.run(() -> form.matchersProperty().set(matchers));
        await().dontCatchUncaughtExceptions().until(() -> {
            night.clock.advance(Duration.ofMillis(100));
            return Toolkit.call(
                    () -> form.outlookProperty().get().text().matchers().equals(matchers));
        });
    }

    private void comment(SilenceForm form) {
        Toolkit.run(() -> form.commentProperty().set("planned work"));
        await().dontCatchUncaughtExceptions().until(() -> {
            night.clock.advance(Duration.ofMillis(100));
            return Toolkit.call(
                    () -> form.outlookProperty().get().text().comment().equals("planned work"));
        });
    }

    private static SilencePreview preview(SilenceForm form) {
        return Toolkit.call(() -> form.outlookProperty().get().preview().orElseThrow());
    }
}
