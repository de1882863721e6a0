package io.novacron.oncall.core.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.novacron.oncall.core.silence.Matcher;
import io.novacron.oncall.core.silence.Silence;
import io.novacron.oncall.core.silence.SilenceSpec;
import io.novacron.oncall.core.silence.SilenceState;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class AckRecordTests {

    private static final Instant T0 = Instant.parse("2026-11-22T03:00:00Z");
    private static final AckTerm TERM =
            new AckTerm("ana/1f2e3d4c", T0.plusSeconds(720), T0.plusSeconds(28_800), "INC-7");
    private static final AckRecord RECORD = new AckRecord(
            "4f1c",
            new TreeMap<>(Map.of("aa", T0, "bb", T0.plusNanos(123_456_000))),
            List.of("ana"),
            "disk: full",
            false,
            TERM);

    @Test
    void leaseLimitAndIncidentReadBackAsWrittenInBothForms() {
        assertThat(AckRecord.read(silence(RECORD.annotatedComment(), RECORD.annotations())))
                .isEqualTo(RECORD);
        assertThat(AckRecord.read(silence(RECORD.plainComment(T0.plusSeconds(900)), Map.of())))
                .isEqualTo(RECORD);
    }

    @Test
    void theCommentOfALeasedAcknowledgementNamesLeaseUntilAndMax() {
        assertThat(RECORD.plainComment(T0.plusSeconds(900)))
                .startsWith("ACK! ana: disk: full [oncall:4f1c fp=aa,bb at=")
                .contains(" lease=ana/1f2e3d4c until=2026-11-22T03:12:00Z max=2026-11-22T11:00:00Z");
    }

    @Test
    void aCommentWithoutALeaseSaysWhenTheSilenceEndsAndReadsBackWithoutATerm() {
        AckRecord unleased = RECORD.with(AckTerm.NONE);
        String comment = unleased.plainComment(T0.plusSeconds(900));

        assertThat(comment).contains(" until=2026-11-22T03:15:00Z]").doesNotContain("lease=");
        assertThat(Objects.requireNonNull(AckRecord.read(silence(comment, Map.of())))
                        .term())
                .isEqualTo(AckTerm.NONE);
    }

    @Test
    void whatOthersWroteIntoTheAnnotationsSurvivesEveryRewriteByteForByte() {
        Map<String, String> annotations = new HashMap<>(RECORD.annotations());
        annotations.put("team/ticket", " OPS-1 \n“x” ");
        annotations.put("novacron_v", "2");
        annotations.put("novacron_future", "a=b");
        Silence held = silence(RECORD.annotatedComment(), annotations);

        AckRecord later = Objects.requireNonNull(AckRecord.read(held)).with(TERM.endingAt(T0.plusSeconds(1800)));
        SilenceSpec spec = later.over(held, T0.plusSeconds(1800));

        assertThat(spec.annotations())
                .containsEntry("team/ticket", " OPS-1 \n“x” ")
                .containsEntry("novacron_v", "2")
                .containsEntry("novacron_future", "a=b")
                .containsEntry("novacron_lease_until", "2026-11-22T03:27:00Z")
                .containsEntry("novacron_max_until", "2026-11-22T11:00:00Z");
        assertThat(spec.annotations()).hasSize(annotations.size());
        assertThat(spec.matchers()).isEqualTo(held.matchers());
        assertThat(spec.startsAt()).isEqualTo(held.startsAt());
        assertThat(spec.comment()).isEqualTo(held.comment());
    }

    @Test
    void keysThatCannotBeReadGoBackAsTheyCame() {
        Map<String, String> annotations = new HashMap<>(RECORD.annotations());
        annotations.put("novacron_keys", "aa@yesterday  bb@2026-11-22T03:00:00.000Z");
        Silence held = silence(RECORD.annotatedComment(), annotations);

        SilenceSpec spec =
                Objects.requireNonNull(AckRecord.read(held)).joinedBy("ben").over(held, T0.plusSeconds(900));

        assertThat(spec.annotations())
                .containsEntry("novacron_keys", "aa@yesterday  bb@2026-11-22T03:00:00.000Z")
                .containsEntry("novacron_by", "ana, ben");
    }

    @Test
    void aLeaseThatCannotBeReadCountsAsLapsed() {
        Map<String, String> annotations = new HashMap<>(RECORD.annotations());
        annotations.put("novacron_lease_until", "soon");

        AckTerm term = Objects.requireNonNull(AckRecord.read(silence(RECORD.annotatedComment(), annotations)))
                .term();

        assertThat(term.leaseUntil()).isNull();
        assertThat(term.lapsed(T0)).isTrue();
        assertThat(AckTerm.NONE.lapsed(T0)).isFalse();
    }

    private static Silence silence(String comment, Map<String, String> annotations) {
        return new Silence(
                "id-1",
                SilenceState.ACTIVE,
                List.of(Matcher.equal("b", "2"), Matcher.equal("a", "1")),
                T0,
                T0.plusSeconds(900),
                T0,
                "ana",
                comment,
                annotations);
    }
}
