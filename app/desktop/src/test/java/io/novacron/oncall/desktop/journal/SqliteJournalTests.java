package io.novacron.oncall.desktop.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.novacron.oncall.core.alert.Labels;
import io.novacron.oncall.core.journal.JournalEntry;
import io.novacron.oncall.core.journal.JournalEvent;
import io.novacron.oncall.core.journal.JournalException;
import io.novacron.oncall.core.journal.JournalRecord;
import io.novacron.oncall.core.journal.Signature;
import io.novacron.oncall.core.journal.Write;
import io.novacron.oncall.core.silence.Matcher;
import io.novacron.oncall.core.silence.SilenceSpec;
import io.novacron.oncall.core.source.SilenceSink.ResolvedAlert;
import io.novacron.oncall.core.time.ManualClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteJournalTests {

    private static final Instant NOW = Instant.parse("2026-11-22T03:00:00.123456789Z");
    private static final String DEAD = "999999999@0";
    private static final String HOSTILE = "a\tb\\n\n\r\u0000\u202e\"'; DROP TABLE journal;-- \ud83d\ude80é";

    @TempDir
    Path folder;

    private final ManualClock clock = new ManualClock(NOW);
    private Database database = Database.inMemory(clock);

    @BeforeEach
    void open() {
        database = Database.in(folder, clock);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void everyWriteIsReadBackToTheLastByte() throws JournalException {
        SilenceSpec spec = new SilenceSpec(
                "id-1",
                List.of(
                        new Matcher("alertname", Matcher.Op.REGEX, "web\\d+|" + HOSTILE),
                        new Matcher("b c", Matcher.Op.NOT_EQUAL, "")),
                Instant.EPOCH,
                NOW.plusSeconds(60),
                "ana",
                HOSTILE,
                Map.of("novacron_id", "1", "foreign " + HOSTILE, HOSTILE));
        ResolvedAlert end =
                new ResolvedAlert(Labels.of(Map.of("a", HOSTILE)), Map.of("summary", HOSTILE), NOW, NOW.plusNanos(1));
        List<Write> writes =
                List.of(new Write.Post(spec), new Write.Expire("id-1"), new Write.Resolve(end), new Write.Page("605c"));
        SqliteJournal journal = journal("prod", DEAD);
        for (Write write : writes) {
            journal.add(new JournalEntry("action", HOSTILE, "eu", new JournalEvent.Intent(write)));
        }
        assertThat(journal.unfinished())
                .extracting(record -> record.entry().event())
                .containsExactlyElementsOf(writes.stream()
                        .map(write -> (JournalEvent) new JournalEvent.Intent(write))
                        .toList());
        JournalRecord first = journal.unfinished().getFirst();
        assertThat(first.at()).isEqualTo(NOW);
        assertThat(first.by()).isEqualTo(new Signature("prod", "ana", "host", DEAD, "1"));
        assertThat(first.entry().what()).isEqualTo(HOSTILE);
    }

    @Test
    void anIntentOfADeadConsoleIsUnfinishedUntilItsEndIsWritten() throws JournalException {
        SqliteJournal dead = journal("prod", DEAD);
        dead.add(intent("one"));
        dead.add(new JournalEntry("one", "silence", "eu", new JournalEvent.Accepted("a:1", "id-1")));
        dead.add(intent("two"));
        dead.add(ended("two", "EFFECTIVE"));
        SqliteJournal living = journal("prod", Consoles.own());
        assertThat(living.unfinished())
                .extracting(record -> record.entry().action())
                .containsExactly("one", "one");
        living.add(ended("one", "FAILED"));
        assertThat(living.unfinished()).isEmpty();
    }

    @Test
    void anUnknownOutcomeIsUnfinishedWhoeverWroteIt() throws JournalException {
        SqliteJournal living = journal("prod", Consoles.own());
        living.add(intent("one"));
        assertThat(living.unfinished()).as("still under way").isEmpty();
        living.add(ended("one", "UNKNOWN"));
        assertThat(living.unfinished()).hasSize(2);
        living.add(ended("one", "EFFECTIVE"));
        assertThat(living.unfinished()).isEmpty();
    }

    @Test
    void anIntentAfterAnEndOpensTheActionAgain() throws JournalException {
        SqliteJournal dead = journal("prod", DEAD);
        dead.add(intent("one"));
        dead.add(ended("one", "EFFECTIVE"));
        dead.add(intent("one"));
        assertThat(journal("prod", Consoles.own()).unfinished()).hasSize(3);
    }

    @Test
    void anotherEnvironmentsActionsAreNotTouched() throws JournalException {
        journal("staging", DEAD).add(intent("one"));
        assertThat(journal("prod", DEAD).unfinished()).isEmpty();
        assertThat(journal("prod", DEAD).standing(NOW)).isEmpty();
    }

    @Test
    void aConsoleOfAnotherHostCountsAsAliveForAWhile() throws JournalException {
        SqliteJournal other = new SqliteJournal(database, new Signature("prod", "ben", "elsewhere", DEAD, "1"), clock);
        other.add(intent("one"));
        SqliteJournal own = journal("prod", Consoles.own());
        assertThat(own.unfinished()).isEmpty();
        clock.advance(Duration.ofMinutes(16));
        assertThat(own.unfinished()).hasSize(1);
    }

    @Test
    void standingSilencesComeWithWhatEndedThem() throws JournalException {
        SqliteJournal journal = journal("prod", DEAD);
        journal.add(intent("long", NOW.plusSeconds(60)));
        journal.add(new JournalEntry("long", "silence", "eu", new JournalEvent.Accepted("a:1", "id-1")));
        journal.add(intent("short", NOW.minusSeconds(1)));
        journal.add(new JournalEntry("end", "expire", "eu", new JournalEvent.Intent(new Write.Expire("id-1"))));
        journal.add(new JournalEntry("other", "expire", "eu", new JournalEvent.Intent(new Write.Expire("id-2"))));
        assertThat(journal.standing(NOW))
                .extracting(record -> record.entry().action())
                .containsExactly("long", "long", "end");
    }

    private SqliteJournal journal(String environment, String console) {
        return new SqliteJournal(database, new Signature(environment, "ana", "host", console, "1"), clock);
    }

    private static JournalEntry intent(String action) {
        return intent(action, NOW);
    }

    private static JournalEntry intent(String action, Instant ends) {
        SilenceSpec spec =
                new SilenceSpec("", List.of(Matcher.equal("a", "b")), Instant.EPOCH, ends, "ana", "why", Map.of());
        return new JournalEntry(action, "silence", "eu", new JournalEvent.Intent(new Write.Post(spec)));
    }

    private static JournalEntry ended(String action, String outcome) {
        return new JournalEntry(action, "silence", "eu", new JournalEvent.Ended(outcome, "so"));
    }
}
