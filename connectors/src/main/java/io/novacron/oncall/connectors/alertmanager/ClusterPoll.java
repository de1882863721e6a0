package io.novacron.oncall.connectors.alertmanager;

import io.novacron.oncall.core.alert.ClusterAnswer;
import io.novacron.oncall.core.source.Condition;
import io.novacron.oncall.core.source.Contact;
import io.novacron.oncall.core.source.Fetched;
import io.novacron.oncall.core.source.SourceError;
import io.novacron.oncall.core.source.SourceState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Makes one answer of what the members of a cluster said. Pure. */
final class ClusterPoll {

    private ClusterPoll() {}

    /** @param byMember in the order of the configuration */
    static Fetched<ClusterAnswer> merged(String cluster, Map<String, Fetched<MemberReading>> byMember) {
        List<Fetched.Answer<MemberReading>> answers = new ArrayList<>();
        SortedMap<String, SourceError> silent = new TreeMap<>();
        byMember.forEach((member, fetched) -> {
            switch (fetched) {
                case Fetched.Answer<MemberReading> answer -> answers.add(answer);
                case Fetched.Failure<MemberReading>(SourceError error) -> silent.put(member, error);
            }
        });
        if (answers.isEmpty()) {
            return Fetched.failure(nobody(silent));
        }
        ClusterAnswer answer = new ClusterAnswer(
                cluster, answers.stream().map(each -> each.value().answer()).toList(), silent);
        return new Fetched.Answer<>(answer, contact(answers, silent));
    }

    private static SourceError nobody(SortedMap<String, SourceError> silent) {
        List<SourceError> errors = List.copyOf(silent.values());
        return errors.size() == 1
                ? errors.getFirst()
                : new SourceError.NoMember(
                        errors.stream()
                                .min(Comparator.comparing(SourceError::state))
                                .orElseThrow(),
                        sentences(silent));
    }

    private static Contact contact(List<Fetched.Answer<MemberReading>> answers, SortedMap<String, SourceError> silent) {
        Set<Condition> conditions = new LinkedHashSet<>();
        if (!silent.isEmpty()) {
            String count = answers.size() + "/" + (answers.size() + silent.size()) + " members: ";
            conditions.add(new Condition(SourceState.PARTIAL, count + sentences(silent)));
        }
        conditions.addAll(ClusterChecks.of(answers));
        List<Contact> contacts = answers.stream().map(Fetched.Answer::contact).toList();
        contacts.forEach(contact -> conditions.addAll(contact.conditions()));
        return new Contact(
                versions(contacts),
                AlertmanagerConnector.FLAVOUR,
                contacts.stream()
                        .map(Contact::latency)
                        .max(Comparator.naturalOrder())
                        .orElse(Duration.ZERO),
                widestSkew(contacts),
                firstToEnd(contacts),
                new ArrayList<>(conditions));
    }

    private static String versions(List<Contact> contacts) {
        Set<String> versions = new TreeSet<>();
        contacts.forEach(contact -> versions.add(contact.version()));
        versions.remove("");
        return String.join(", ", versions);
    }

    private static @Nullable Duration widestSkew(List<Contact> contacts) {
        return contacts.stream()
                .map(Contact::skew)
                .filter(Objects::nonNull)
                .<Duration>map(Objects::requireNonNull)
                .max(Comparator.comparing(Duration::abs))
                .orElse(null);
    }

    private static @Nullable Instant firstToEnd(List<Contact> contacts) {
        return contacts.stream()
                .map(Contact::tlsNotAfter)
                .filter(Objects::nonNull)
                .<Instant>map(Objects::requireNonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    /** Each sentence names its member, if not by itself. */
    private static String sentences(SortedMap<String, SourceError> silent) {
        List<String> sentences = new ArrayList<>();
        silent.forEach((member, error) -> {
            String sentence = error.sentence();
            sentences.add(sentence.contains(member) ? sentence : member + " " + sentence);
        });
        return String.join("; ", sentences);
    }
}
