package io.novacron.oncall.connectors.alertmanager;

import io.novacron.oncall.core.alert.MemberAlert;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The alerts that the members of a cluster listed last. What did not change since then stays one object, and what the members
 * agree on is held once, so that many alerts cost neither memory nor comparing with each poll. Any thread.
 */
final class AlertPool {

    private final Map<String, Map<String, MemberAlert>> byMember = new ConcurrentHashMap<>();

    /** An equal alert: that of the member's last list, or made of parts that are held already. */
    MemberAlert pooled(String member, MemberAlert fresh) {
        MemberAlert own = byMember.getOrDefault(member, Map.of()).get(fresh.fingerprint());
        if (own != null && own.equals(fresh)) {
            return own;
        }
        for (Map<String, MemberAlert> list : byMember.values()) {
            MemberAlert known = list.get(fresh.fingerprint());
            if (known != null) {
                return known.equals(fresh) ? known : fresh.sharing(known);
            }
        }
        return fresh;
    }

    /** From now on this is what the member listed last. */
    void keep(String member, List<MemberAlert> alerts) {
        Map<String, MemberAlert> list = new HashMap<>(alerts.size() * 2);
        alerts.forEach(alert -> list.put(alert.fingerprint(), alert));
        byMember.put(member, list);
    }
}
