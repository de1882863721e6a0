package io.novacron.oncall.core.action;

import io.novacron.oncall.core.alert.AckRecord;
import io.novacron.oncall.core.alert.AlertBoard;
import io.novacron.oncall.core.alert.AlertKey;
import io.novacron.oncall.core.alert.ClusterAnswer;
import io.novacron.oncall.core.alert.MemberAnswer;
import io.novacron.oncall.core.alert.SeverityMap;
import io.novacron.oncall.core.fetch.Fanout;
import io.novacron.oncall.core.journal.Journal;
import io.novacron.oncall.core.settings.Operator;
import io.novacron.oncall.core.source.Fetched;
import io.novacron.oncall.core.source.PageSink;
import io.novacron.oncall.core.source.SourceError;
import io.novacron.oncall.core.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What every action works with: the clusters, the operator, the clock, the log, the journal.
 *
 * @param patience how long an effect is waited for before an outcome stays ACCEPTED (reliability guide P4)
 * @param console what this console is called in a lease (alerts guide §4.4); another at each start
 * @param pager what is acknowledged beside Alertmanager; null for nothing
 * @param severities which word of an alert means what, for what is asked before criticals are silenced
 * @param silent whom the actions wait for no longer than a moment
 */
public record ActionDesk(
        List<ClusterDesk> clusters,
        Operator operator,
        Fanout fanout,
        Clock clock,
        LadderLog log,
        Journal journal,
        Duration patience,
        String console,
        @Nullable PageSink pager,
        SeverityMap severities,
        SilentMembers silent) {

    public static final Duration PATIENCE = Duration.ofSeconds(10);

    public ActionDesk {
        clusters = List.copyOf(clusters);
    }

    public ActionDesk(
            List<ClusterDesk> clusters,
            Operator operator,
            Fanout fanout,
            Clock clock,
            LadderLog log,
            Journal journal,
            Duration patience) {
        this(clusters, operator, fanout, clock, log, journal, patience, null, SeverityMap.DEFAULT);
    }

    public ActionDesk(
            List<ClusterDesk> clusters,
            Operator operator,
            Fanout fanout,
            Clock clock,
            LadderLog log,
            Journal journal,
            Duration patience,
            @Nullable PageSink pager,
            SeverityMap severities) {
        this(
                clusters,
                operator,
                fanout,
                clock,
                log,
                journal,
                patience,
                console(operator),
                pager,
                severities,
                new SilentMembers(clock));
    }

    /** The operator's name and a few digits of chance, without blanks since it stands in comments too. */
    private static String console(Operator operator) {
        String name = AckRecord.ownerName(operator.name()).replace(' ', '_');
        return name + "/" + UUID.randomUUID().toString().substring(0, 8);
    }

    /** Null where no such cluster is configured. */
    @Nullable
    ClusterDesk cluster(String name) {
        return clusters.stream()
                .filter(desk -> desk.cluster().equals(name))
                .findFirst()
                .orElse(null);
    }

    Climb climb(String what, ClusterDesk desk, List<AlertKey> about) {
        return new Climb(this, what + desk.where(), desk.cluster(), about);
    }

    /** The same with the reason that the operator typed, which the journal and the log tell with it. */
    Climb climb(String what, ClusterDesk desk, List<AlertKey> about, String reason) {
        return climb(reason.isBlank() ? what : what + ", because: " + reason.strip(), desk, about);
    }

    /** That these members did not answer just now, so that the next action waits for them only a moment longer. */
    public void silent(Collection<String> members) {
        silent.silent(members);
    }

    /** Asks every member at once; answers in the order of the configuration. */
    <T> Map<String, Fetched<T>> each(ClusterDesk desk, Function<String, Fetched<T>> read) throws InterruptedException {
        List<String> members = desk.sink().members();
        List<Optional<Fetched<T>>> answers = fanout.most(
                members.stream()
                        .map(member -> (Callable<Fetched<T>>) () -> asked(member, read))
                        .toList(),
                at -> silent.contains(members.get(at)),
                SilentMembers.GRACE);
        Map<String, Fetched<T>> byMember = new LinkedHashMap<>();
        for (int i = 0; i < members.size(); i++) {
            String member = members.get(i);
            byMember.put(
                    member,
                    answers.get(i)
                            .orElseGet(() -> Fetched.failure(new SourceError.Broken(
                                    member, "silent a moment ago and still, so it is not waited for"))));
        }
        return byMember;
    }

    private <T> Fetched<T> asked(String member, Function<String, Fetched<T>> read) {
        long begun = clock.nanos();
        Fetched<T> answer = read.apply(member);
        silent.asked(member, begun, answer instanceof Fetched.Answer);
        return answer;
    }

    /** The cluster as it is now, read from every member; those that did not answer are in {@code silent}. */
    ClusterAnswer read(ClusterDesk desk) throws InterruptedException {
        var answers = each(desk, desk.alerts()::member);
        var members = new ArrayList<MemberAnswer>();
        var silent = new TreeMap<String, SourceError>();
        answers.forEach((member, answer) -> {
            switch (answer) {
                case Fetched.Answer<MemberAnswer> good -> members.add(good.value());
                case Fetched.Failure<MemberAnswer> bad -> silent.put(member, bad.error());
            }
        });
        return new ClusterAnswer(desk.cluster(), members, silent);
    }

    /** What this answer says, with the severities as they are configured. */
    AlertBoard board(ClusterAnswer answer) {
        return AlertBoard.of(List.of(answer), severities);
    }

    /** {@code "1/2, host:port unreachable"}. */
    static String share(int have, ClusterAnswer answer) {
        StringBuilder text = new StringBuilder().append(have).append('/').append(answer.configured());
        answer.silent()
                .keySet()
                .forEach(member -> text.append(", ").append(member).append(" unreachable"));
        return text.toString();
    }

    static String silentSentence(ClusterAnswer answer) {
        StringBuilder text =
                new StringBuilder("no member of ").append(answer.cluster()).append(" answers");
        answer.silent().values().forEach(error -> text.append("; ").append(error.sentence()));
        return text.toString();
    }
}
