package io.novacron.oncall.core.action;

import io.novacron.oncall.core.alert.ClusterAnswer;
import io.novacron.oncall.core.settings.Role;
import io.novacron.oncall.core.silence.Matcher;
import io.novacron.oncall.core.silence.MatcherSyntaxException;
import io.novacron.oncall.core.silence.Matching;
import io.novacron.oncall.core.silence.Silence;
import io.novacron.oncall.core.silence.SilenceSpec;
import io.novacron.oncall.core.silence.SilenceState;
import io.novacron.oncall.core.silence.SilenceTag;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Puts a silence back that its members have lost, to the same end and under the UUID of the same intent, so that the two are
 * known as one should the lost one return (reliability guide F54, F55). Blocking.
 */
public final class Reapply {

    private final ActionDesk desk;

    public Reapply(ActionDesk desk) {
        this.desk = desk;
    }

    public ActionResult run(Vanished vanished) throws InterruptedException {
        if (!desk.operator().role().atLeast(Role.RESPONDER)) {
            return RoleGate.refused("put a silence back", desk.operator());
        }
        ClusterDesk cluster = desk.cluster(vanished.action().cluster());
        if (cluster == null) {
            return new ActionResult.Invalid(
                    "no Alertmanager cluster " + vanished.action().cluster() + " is configured");
        }
        Matching matching;
        try {
            matching = Matching.of(vanished.spec().matchers());
        } catch (MatcherSyntaxException e) {
            return new ActionResult.Invalid(Matcher.toText(vanished.spec().matchers()) + ": " + e.text());
        }
        Climb climb = Climb.again(desk, vanished.action().id(SilenceTag.id(vanished.spec())));
        return new ActionResult.Tried(List.of(climb.finish(() -> {
            Silence back = back(vanished, desk.read(cluster));
            if (back != null) {
                climb.silence(back.id());
                return climb.end(Outcome.EFFECTIVE, "silence " + back.id() + " is listed again");
            }
            SilenceWriter writer = new SilenceWriter(desk, cluster);
            return writer.prove(
                    writer.write(probe -> again(vanished.spec()), climb), matching::matches, List.of(), climb);
        })));
    }

    private static @Nullable Silence back(Vanished vanished, ClusterAnswer now) {
        return now.members().stream()
                .flatMap(member -> member.silences().stream())
                .filter(silence -> silence.state() != SilenceState.EXPIRED)
                .filter(silence -> silence.id().equals(vanished.silenceId())
                        || SilenceTag.id(silence).equals(SilenceTag.id(vanished.spec())))
                .findFirst()
                .orElse(null);
    }

    private static SilenceSpec again(SilenceSpec spec) {
        return new SilenceSpec(
                "",
                spec.matchers(),
                Instant.EPOCH,
                spec.endsAt(),
                spec.createdBy(),
                spec.comment(),
                spec.annotations());
    }
}
