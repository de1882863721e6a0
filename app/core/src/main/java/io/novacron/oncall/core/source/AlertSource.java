package io.novacron.oncall.core.source;

import io.novacron.oncall.core.alert.ClusterAnswer;
import io.novacron.oncall.core.alert.MemberAnswer;
import java.util.List;

/** One Alertmanager cluster, read from all its members. */
public interface AlertSource extends Source<ClusterAnswer> {

    /** The cluster's name in the configuration; alerts of different clusters never merge. */
    String cluster();

    /** host:port of each member, in the order of the configuration. */
    List<String> members();

    /** Reads one member alone: status, alerts with their groups, silences. */
    Fetched<MemberAnswer> member(String member);
}
