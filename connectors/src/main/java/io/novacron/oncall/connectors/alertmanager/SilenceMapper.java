package io.novacron.oncall.connectors.alertmanager;

import io.novacron.oncall.core.silence.Matcher;
import io.novacron.oncall.core.silence.Silence;
import io.novacron.oncall.core.silence.SilenceSpec;
import io.novacron.oncall.core.silence.SilenceState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Silences of one member, read and posted. Total, like {@link AlertMapper}. */
final class SilenceMapper {

    /** Most silences kept of one member (reliability guide §2); expired ones go first. */
    static final int MOST = 10_000;

    private final Flaws flaws;
    private final Instant serverNow;

    /** @param serverNow the member's time, for silences whose state is missing or a word we do not know */
    SilenceMapper(Flaws flaws, Instant serverNow) {
        this.flaws = flaws;
        this.serverNow = serverNow;
    }

    List<Silence> silences(List<? extends Wire.@Nullable GettableSilence> rows) {
        List<Silence> live = new ArrayList<>();
        List<Silence> expired = new ArrayList<>();
        for (Wire.GettableSilence row : rows) {
            Silence silence = silence(row == null ? NOTHING : row);
            (silence.state() == SilenceState.EXPIRED ? expired : live).add(silence);
        }
        live.addAll(expired);
        for (int left = live.size(); left > MOST; left--) {
            flaws.add("silence left out, more than " + MOST);
        }
        return live.size() > MOST ? live.subList(0, MOST) : live;
    }

    Silence silence(Wire.GettableSilence row) {
        Instant startsAt = time(row.startsAt(), "startsAt");
        Instant endsAt = time(row.endsAt(), "endsAt");
        if (row.id() == null || row.id().isEmpty()) {
            flaws.add("silence without id");
        }
        return new Silence(
                WireText.orEmpty(row.id()),
                state(row, startsAt, endsAt),
                matchers(row),
                startsAt,
                endsAt,
                WireTime.parseOr(row.updatedAt(), Instant.EPOCH),
                WireText.orEmpty(row.createdBy()),
                WireText.orEmpty(row.comment()),
                WireText.map(row.annotations()));
    }

    static Wire.PostableSilence postable(SilenceSpec spec) {
        List<Wire.PostableMatcher> matchers = spec.matchers().stream()
                .map(matcher -> new Wire.PostableMatcher(
                        matcher.name(),
                        matcher.value(),
                        matcher.op().regex(),
                        !matcher.op().negative()))
                .toList();
        return new Wire.PostableSilence(
                spec.id(),
                matchers,
                spec.startsAt().toString(),
                spec.endsAt().toString(),
                spec.createdBy(),
                spec.comment(),
                spec.annotations());
    }

    private Instant time(@Nullable String text, String field) {
        Instant time = WireTime.parse(text);
        if (time == null) {
            flaws.add("silence without " + field);
            return Instant.EPOCH;
        }
        return time;
    }

    private SilenceState state(Wire.GettableSilence row, Instant startsAt, Instant endsAt) {
        String word = row.status() == null ? "" : WireText.orEmpty(row.status().state());
        return switch (word) {
            case "active" -> SilenceState.ACTIVE;
            case "pending" -> SilenceState.PENDING;
            case "expired" -> SilenceState.EXPIRED;
            default -> {
                flaws.add("silence with an unknown state, judged by its times");
                yield stateAt(startsAt, endsAt);
            }
        };
    }

    private SilenceState stateAt(Instant startsAt, Instant endsAt) {
        if (!endsAt.isAfter(serverNow)) {
            return SilenceState.EXPIRED;
        }
        return startsAt.isAfter(serverNow) ? SilenceState.PENDING : SilenceState.ACTIVE;
    }

    /** Before 0.32.3 and 0.33.1 a silence may come without matchers (alerts guide §5, 0.33); it is kept without them. */
    private List<Matcher> matchers(Wire.GettableSilence row) {
        List<? extends Wire.@Nullable GettableMatcher> sent = row.matchers() == null ? List.of() : row.matchers();
        if (sent.isEmpty()) {
            flaws.add("silence without matchers");
        }
        return sent.stream().map(this::matcher).toList();
    }

    private Matcher matcher(Wire.@Nullable GettableMatcher matcher) {
        if (matcher == null || matcher.name() == null || matcher.value() == null) {
            flaws.add("silence matcher without name or value");
        }
        if (matcher == null) {
            return Matcher.equal("", "");
        }
        boolean isEqual = !Boolean.FALSE.equals(matcher.isEqual());
        Matcher.Op op = Matcher.Op.of(isEqual, Boolean.TRUE.equals(matcher.isRegex()));
        return new Matcher(WireText.orEmpty(matcher.name()), op, WireText.orEmpty(matcher.value()));
    }

    private static final Wire.GettableSilence NOTHING =
            new Wire.GettableSilence(null, null, null, null, null, null, null, null, null);
}
