package io.novacron.oncall.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.novacron.oncall.core.alert.Labels;
import io.novacron.oncall.core.silence.Matcher;
import io.novacron.oncall.core.silence.Silence;
import io.novacron.oncall.core.silence.SilenceSpec;
import io.novacron.oncall.core.silence.SilenceState;
import io.novacron.oncall.core.source.SilenceSink;
import io.novacron.oncall.core.source.SilenceSink.Probe;
import io.novacron.oncall.core.source.SilenceSink.ResolvedAlert;
import io.novacron.oncall.core.source.SourceError;
import io.novacron.oncall.core.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What the console relies on when it silences and ends silences. */
@ParameterizedClass
@EnumSource(AlertStage.Kind.class)
class SilenceSinkContractTests {

    private static final String NO_ID = "00000000-0000-4000-8000-000000000000";

    private static @Nullable AlertStage opened;

    @Parameter
    AlertStage.Kind kind = AlertStage.Kind.SINGLE_0_34;

    @BeforeParameterizedClassInvocation
    static void open(AlertStage.Kind kind) {
        opened = AlertStage.open(kind);
    }

    @AfterParameterizedClassInvocation
    static void close() {
        if (opened != null) {
            opened.close();
            opened = null;
        }
    }

    @Test
    void aProbeTellsVersionAnnotationsReadinessAndClock() {
        Instant before = Clock.system().now();
        Probe probe = AlertStage.value(sink().probe(member()));
        assertThat(probe.version()).isEqualTo(kind.version.version());
        assertThat(probe.annotations()).isEqualTo(kind.modern());
        assertThat(probe.ready()).isTrue();
        assertThat(probe.serverTime())
                .isBetween(before.minusSeconds(2), Clock.system().now().plusSeconds(2));
        assertThat(probe.startedAt()).isBefore(before);
    }

    @Test
    void aPostedSilenceIsActiveWithEverythingAsSent() {
        SilenceSpec spec = new SilenceSpec(
                "",
                List.of(
                        Matcher.equal("alertname", "Sent"),
                        new Matcher("b", Matcher.Op.NOT_EQUAL, "x"),
                        new Matcher("a", Matcher.Op.REGEX, "y|web\\d+"),
                        new Matcher("c", Matcher.Op.NOT_REGEX, "^z$")),
                Instant.EPOCH,
                inAnHour(),
                "ana <ana@example.org>",
                "Acknowledged by ana: \"why\" [oncall:1]",
                Map.of());
        String id = post(spec);
        Silence silence = silence(id);
        assertThat(silence.id()).isEqualTo(id);
        assertThat(silence.state()).isEqualTo(SilenceState.ACTIVE);
        assertThat(silence.matchers()).isEqualTo(spec.matchers());
        assertThat(silence.endsAt()).isEqualTo(spec.endsAt());
        assertThat(silence.startsAt()).isAfter(Instant.EPOCH);
        assertThat(silence.updatedAt()).isAfter(Instant.EPOCH);
        assertThat(silence.createdBy()).isEqualTo(spec.createdBy());
        assertThat(silence.comment()).isEqualTo(spec.comment());
    }

    @Test
    void annotationsComeBackFromTheVersionThatKeepsThemAndStayIfResent() {
        Map<String, String> annotations = Map.of("novacron_kind", "ack", "novacron_keys", "aa@bb \"cc\"\n");
        SilenceSpec spec = new SilenceSpec("", named("Annotated"), Instant.EPOCH, inAnHour(), "ana", "x", annotations);
        Silence first = silence(post(spec));
        assertThat(first.annotations()).isEqualTo(kind.modern() ? annotations : Map.of());

        String kept = post(changed(first, first.matchers(), first.endsAt().plusSeconds(60), first.annotations()));
        assertThat(kept).isEqualTo(first.id());
        assertThat(silence(kept).annotations()).isEqualTo(first.annotations());

        String bare = post(changed(silence(kept), first.matchers(), first.endsAt(), Map.of()));
        assertThat(bare).isEqualTo(first.id());
        assertThat(silence(bare).annotations()).isEmpty();
    }

    @Test
    void aSilenceHidesItsAlertUntilItIsExpired() {
        stage().fireLabels(List.of(Map.of("alertname", "Hidden")));
        stage().awaitEach("Hidden", seen -> assertThat(seen).hasSize(1));
        String id = post(spec("Hidden"));
        stage().awaitEach(
                        "Hidden",
                        seen -> assertThat(seen.getFirst().silencedBy()).containsExactly(id));
        assertThat(AlertStage.value(sink().expire(member(), id))).isTrue();
        stage().awaitEach("Hidden", seen -> {
            assertThat(seen.getFirst().silencedBy()).isEmpty();
            assertThat(seen.getFirst().state()).isEqualTo("active");
        });
        assertThat(silence(id).state()).isEqualTo(SilenceState.EXPIRED);
        assertThat(AlertStage.value(sink().silences(member())))
                .anyMatch(silence -> silence.id().equals(id));
        assertThat(AlertStage.value(sink().expire(member(), id)))
                .as("expired twice")
                .isTrue();
    }

    @Test
    void theIdStaysWithTheSameMatchersAndChangesWithTheirOrder() {
        Silence first = silence(post(new SilenceSpec(
                "",
                List.of(Matcher.equal("alertname", "Order"), Matcher.equal("a", "1")),
                Instant.EPOCH,
                inAnHour(),
                "ana",
                "x",
                Map.of())));
        String longer = post(changed(first, first.matchers(), first.endsAt().plusSeconds(600), Map.of()));
        assertThat(longer).isEqualTo(first.id());
        assertThat(silence(longer).endsAt()).isEqualTo(first.endsAt().plusSeconds(600));

        List<Matcher> reversed = new ArrayList<>(first.matchers()).reversed();
        String reordered = post(changed(silence(longer), reversed, first.endsAt(), Map.of()));
        assertThat(reordered).isNotEqualTo(first.id());
        assertThat(silence(first.id()).state()).isEqualTo(SilenceState.EXPIRED);
        assertThat(silence(reordered).state()).isEqualTo(SilenceState.ACTIVE);
    }

    @Test
    void postingWithTheIdOfAnExpiredSilenceMakesANewOne() {
        Silence first = silence(post(spec("Lapsed")));
        AlertStage.value(sink().expire(member(), first.id()));
        String again = post(changed(first, first.matchers(), first.endsAt(), Map.of()));
        assertThat(again).isNotEqualTo(first.id());
        assertThat(silence(again).state()).isEqualTo(SilenceState.ACTIVE);
    }

    @Test
    void theSamePostTwiceIsTwoSilences() {
        assertThat(post(spec("Twice"))).isNotEqualTo(post(spec("Twice")));
    }

    @Test
    void anUnknownIdIsRefusedByName() {
        for (SourceError error : List.of(
                AlertStage.error(sink().expire(member(), NO_ID)),
                AlertStage.error(sink().silence(member(), NO_ID)),
                AlertStage.error(sink().post(
                                member(),
                                new SilenceSpec(
                                        NO_ID, named("Unknown"), Instant.EPOCH, inAnHour(), "ana", "x", Map.of()))))) {
            assertThat(error).isInstanceOf(SourceError.Rejected.class);
            assertThat(error.sentence()).startsWith(member() + " refused").endsWith("unknown silence id " + NO_ID);
            assertThat(error.mayHaveHappened()).isFalse();
        }
    }

    @Test
    void refusalsAreToldInTheServersWords() {
        SilenceSpec past = new SilenceSpec(
                "", named("Past"), Instant.EPOCH, Instant.parse("2001-01-01T00:00:00Z"), "ana", "x", Map.of());
        SourceError tooLate = AlertStage.error(sink().post(member(), past));
        assertThat(tooLate.sentence()).contains("refused (400)", "end time can't be in the past");

        SilenceSpec nothing = new SilenceSpec("", List.of(), Instant.EPOCH, inAnHour(), "ana", "x", Map.of());
        assertThat(AlertStage.error(sink().post(member(), nothing)).sentence()).contains("refused (4", "matchers");

        SilenceSpec broken = new SilenceSpec(
                "", List.of(new Matcher("a", Matcher.Op.REGEX, "(")), Instant.EPOCH, inAnHour(), "ana", "x", Map.of());
        assertThat(AlertStage.error(sink().post(member(), broken)).sentence()).contains("refused (400)");
        assertThat(AlertStage.error(sink().silence(member(), "no-uuid")).sentence())
                .contains("refused (422)", "uuid");
    }

    @Test
    void hostileValuesSilenceExactlyTheirAlert() {
        List<String> values =
                List.of("\"q\" \\ {}!=~,'`", "line\nbreak", "\u202Eevil", "ÿ \uD83D\uDD25", "a+b&c#d%e", ".*", "\\d");
        for (String value : values) {
            stage().fireLabels(List.of(Map.of("alertname", "Odd", "v", value)));
        }
        Set<String> ids = new HashSet<>();
        for (String value : values) {
            List<Matcher> matchers = List.of(Matcher.equal("alertname", "Odd"), Matcher.equal("v", value));
            String id = post(new SilenceSpec("", matchers, Instant.EPOCH, inAnHour(), "ana", value, Map.of()));
            assertThat(silence(id).matchers()).containsExactlyInAnyOrderElementsOf(matchers);
            assertThat(silence(id).comment()).isEqualTo(value);
            ids.add(id);
        }
        assertThat(ids).hasSameSizeAs(values);
        stage().awaitEach("Odd", seen -> {
            assertThat(seen).hasSameSizeAs(values);
            assertThat(seen).allSatisfy(alert -> assertThat(alert.silencedBy()).hasSize(1));
        });
    }

    @Test
    void everyMemberShowsTheSameSilence() {
        Silence here = silence(post(spec("Shared")));
        for (String other : sink().members()) {
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(AlertStage.value(sink().silence(other, here.id())))
                            .isEqualTo(here));
        }
    }

    @Test
    void theEndOfAnAlertIsTakenFromEveryMember() {
        Labels labels = Labels.of(Map.of("alertname", "Ended"));
        Instant startsAt = Clock.system().now().minusSeconds(3600);
        stage().fire(List.of(Map.of("labels", labels.byName(), "startsAt", startsAt.toString())));
        stage().awaitEach("Ended", seen -> assertThat(seen).hasSize(1));
        ResolvedAlert end = new ResolvedAlert(
                labels, Map.of(), startsAt, Clock.system().now().minusSeconds(1));
        for (String member : sink().members()) {
            assertThat(AlertStage.value(sink().resolve(member, end))).isTrue();
        }
        stage().awaitEach("Ended", seen -> assertThat(seen).isEmpty());
    }

    private static SilenceSpec spec(String alertname) {
        return new SilenceSpec("", named(alertname), Instant.EPOCH, inAnHour(), "ana", "x", Map.of());
    }

    private static SilenceSpec changed(
            Silence silence, List<Matcher> matchers, Instant endsAt, Map<String, String> annotations) {
        return new SilenceSpec(
                silence.id(),
                matchers,
                silence.startsAt(),
                endsAt,
                silence.createdBy(),
                silence.comment(),
                annotations);
    }

    private static List<Matcher> named(String alertname) {
        return List.of(Matcher.equal("alertname", alertname));
    }

    private static Instant inAnHour() {
        return Instant.ofEpochSecond(Clock.system().now().getEpochSecond() + 3600);
    }

    private static String post(SilenceSpec spec) {
        return AlertStage.value(sink().post(member(), spec));
    }

    private static Silence silence(String id) {
        return AlertStage.value(sink().silence(member(), id));
    }

    private static String member() {
        return stage().first();
    }

    private static SilenceSink sink() {
        return stage().connector();
    }

    private static AlertStage stage() {
        return Objects.requireNonNull(opened);
    }
}
