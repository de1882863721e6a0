package io.novacron.oncall.connectors.alertmanager;

import io.novacron.oncall.core.silence.Silence;
import io.novacron.oncall.core.silence.SilenceState;
import io.novacron.oncall.core.source.Condition;
import io.novacron.oncall.core.source.Contact;
import io.novacron.oncall.core.source.Fetched;
import io.novacron.oncall.core.source.SourceError;
import io.novacron.oncall.core.source.SourceState;
import io.novacron.oncall.core.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/**
 * The silences of a member. One silence with several matcher sets makes the whole list fail with 500 (alerts guide §5, 0.32)
 * while single silences still answer: then those that hit an alert, and those that stood in the last list, are read one by
 * one. Any thread.
 */
final class SilenceReader {

    private static final int MOST_SINGLE_READS = 200;
    private static final Duration SINGLE_READS_TIME = Duration.ofSeconds(5);

    private final AlertmanagerApi api;
    private final Clock clock;
    private final Map<String, Set<String>> lastIds = new ConcurrentHashMap<>();

    SilenceReader(AlertmanagerApi api, Clock clock) {
        this.api = api;
        this.clock = clock;
    }

    /** What could be had, and why it is not everything. */
    record Reading(List<Silence> silences, List<Condition> conditions) {}

    Fetched<List<Silence>> list(String member) {
        Fetched<List<Silence>> list = mapped(member, api.silences(member), SilenceMapper::silences);
        if (list instanceof Fetched.Answer<List<Silence>>(List<Silence> silences, Contact contact)) {
            lastIds.put(member, unexpired(silences));
        }
        return list;
    }

    Fetched<Silence> one(String member, String id) {
        return mapped(member, api.silence(member, id), SilenceMapper::silence);
    }

    /**
     * What can be had although the list failed, and why it is not everything.
     *
     * @param hitting ids that the member's alerts name
     */
    Reading instead(String member, SortedSet<String> hitting, SourceError error) {
        List<Silence> found = error instanceof SourceError.ServerFault ? singly(member, hitting) : List.of();
        String sentence = "silences of " + member + " could not be read: " + error.sentence()
                + (found.isEmpty() ? "" : "; " + found.size() + " of them read one by one");
        return new Reading(found, List.of(new Condition(SourceState.PARTIAL, sentence)));
    }

    private List<Silence> singly(String member, SortedSet<String> hitting) {
        SortedSet<String> remembered = new TreeSet<>(lastIds.getOrDefault(member, Set.of()));
        remembered.removeAll(hitting);
        List<String> ids = new ArrayList<>(hitting);
        ids.addAll(remembered);
        List<Silence> found = new ArrayList<>();
        long end = clock.nanos() + SINGLE_READS_TIME.toNanos();
        for (String id : ids.subList(0, Math.min(ids.size(), MOST_SINGLE_READS))) {
            if (clock.nanos() - end > 0 || Thread.currentThread().isInterrupted()) {
                break;
            }
            if (one(member, id) instanceof Fetched.Answer<Silence>(Silence silence, Contact contact)) {
                found.add(silence);
            }
        }
        return found;
    }

    private static Set<String> unexpired(List<Silence> silences) {
        return silences.stream()
                .filter(silence -> silence.state() != SilenceState.EXPIRED)
                .map(Silence::id)
                .collect(Collectors.toUnmodifiableSet());
    }

    private <W, T> Fetched<T> mapped(String member, Fetched<W> wire, BiFunction<SilenceMapper, W, T> mapping) {
        return switch (wire) {
            case Fetched.Answer<W>(W rows, Contact contact) -> {
                Instant serverTime =
                        contact.skew() == null ? clock.now() : clock.now().plus(contact.skew());
                Flaws flaws = new Flaws();
                T value = mapping.apply(new SilenceMapper(flaws, serverTime), rows);
                List<Condition> conditions = new ArrayList<>(contact.conditions());
                conditions.addAll(flaws.conditions(member));
                yield new Fetched.Answer<>(value, contact.with("", AlertmanagerConnector.FLAVOUR, conditions));
            }
            case Fetched.Failure<W>(SourceError error) -> Fetched.failure(error);
        };
    }
}
