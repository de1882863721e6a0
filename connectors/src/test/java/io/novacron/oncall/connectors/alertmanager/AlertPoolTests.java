package io.novacron.oncall.connectors.alertmanager;

import static org.assertj.core.api.Assertions.assertThat;

import io.novacron.oncall.core.alert.Labels;
import io.novacron.oncall.core.alert.MemberAlert;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AlertPoolTests {

    private static final Instant T = Instant.parse("2026-11-23T03:00:00Z");

    private final AlertPool pool = new AlertPool();

    @Test
    void whatDidNotChangeStaysTheSameObject() {
        MemberAlert before = alert(T);
        pool.keep("a", List.of(before));
        assertThat(pool.pooled("a", alert(T))).isSameAs(before);
    }

    @Test
    void anAlertThatChangedIsTheNewOneAndSharesWhatIsAsItWas() {
        MemberAlert before = alert(T);
        pool.keep("a", List.of(before));
        MemberAlert later = pool.pooled("a", alert(T.plusSeconds(60)));
        assertThat(later).isEqualTo(alert(T.plusSeconds(60)));
        assertThat(later.labels()).isSameAs(before.labels());
        assertThat(later.annotations()).isSameAs(before.annotations());
    }

    @Test
    void membersShareWhatTheyAgreeOn() {
        MemberAlert before = alert(T);
        pool.keep("a", List.of(before));
        assertThat(pool.pooled("b", alert(T))).isSameAs(before);
        assertThat(pool.pooled("b", alert(T.plusSeconds(1))).labels()).isSameAs(before.labels());
    }

    @Test
    void whatAMemberNoLongerListsIsForgotten() {
        MemberAlert before = alert(T);
        pool.keep("a", List.of(before));
        pool.keep("a", List.of());
        MemberAlert fresh = alert(T);
        assertThat(pool.pooled("a", fresh)).isSameAs(fresh);
    }

    private static MemberAlert alert(Instant updatedAt) {
        return new MemberAlert(
                Labels.of(Map.of("alertname", "DiskFull", "instance", "db-7")),
                Map.of("summary", "disk is full"),
                T,
                T.plusSeconds(300),
                updatedAt,
                "active",
                List.of(),
                List.of(),
                List.of(),
                List.of("ops"),
                "");
    }
}
