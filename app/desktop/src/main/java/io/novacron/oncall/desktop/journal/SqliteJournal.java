package io.novacron.oncall.desktop.journal;

import io.novacron.oncall.core.journal.Journal;
import io.novacron.oncall.core.journal.JournalEntry;
import io.novacron.oncall.core.journal.JournalEvent;
import io.novacron.oncall.core.journal.JournalException;
import io.novacron.oncall.core.journal.JournalRecord;
import io.novacron.oncall.core.journal.JournalledAction;
import io.novacron.oncall.core.journal.Signature;
import io.novacron.oncall.core.journal.Write;
import io.novacron.oncall.core.journal.WriteText;
import io.novacron.oncall.core.settings.Settings;
import io.novacron.oncall.core.time.Clock;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The journal in the console's database. */
public final class SqliteJournal implements Journal {

    private static final Logger LOG = LoggerFactory.getLogger(SqliteJournal.class);
    private static final String UNKNOWN = "UNKNOWN";
    private static final String COLUMNS = "sequence, at, environment, actor, host, console, version, action, what,"
            + " cluster, event, kind, member, silence, payload";

    private final Database database;
    private final Signature own;
    private final Clock clock;
    private final Consoles consoles;

    SqliteJournal(Database database, Signature own, Clock clock) {
        this.database = database;
        this.own = own;
        this.clock = clock;
        this.consoles = new Consoles(own.host());
    }

    /** The journal of this process. */
    public static SqliteJournal of(Database database, Settings settings, Clock clock) {
        String version = SqliteJournal.class.getPackage().getImplementationVersion();
        Signature own = new Signature(
                settings.environment(),
                settings.operator().name(),
                Consoles.host(),
                Consoles.own(),
                version == null ? "unpackaged" : version);
        return new SqliteJournal(database, own, clock);
    }

    @Override
    public void add(JournalEntry entry) throws JournalException {
        String settling = switch (entry.event()) {
            case JournalEvent.Intent _ -> "INSERT OR IGNORE INTO unsettled (action) VALUES (?)";
            case JournalEvent.Ended(String outcome, var detail)
            when !outcome.equals(UNKNOWN) -> "DELETE FROM unsettled WHERE action = ?";
            case JournalEvent.Ended _, JournalEvent.Accepted _ -> "";
        };
        run(connection -> {
            insert(connection, entry);
            if (!settling.isEmpty()) {
                try (PreparedStatement statement = connection.prepareStatement(settling)) {
                    statement.setString(1, entry.action());
                    statement.executeUpdate();
                }
            }
            return entry;
        });
    }

    private void insert(Connection connection, JournalEntry entry) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO journal (at, environment, actor, host, console, version, action, what, cluster, event, kind,"
                        + " member, silence, payload, ends) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            insert.setString(1, clock.now().toString());
            insert.setString(2, own.environment());
            insert.setString(3, own.actor());
            insert.setString(4, own.host());
            insert.setString(5, own.console());
            insert.setString(6, own.version());
            insert.setString(7, entry.action());
            insert.setString(8, entry.what());
            insert.setString(9, entry.cluster());
            insert.setNull(15, Types.INTEGER);
            switch (entry.event()) {
                case JournalEvent.Intent(Write write) -> {
                    texts(insert, "INTENT", kind(write), "", target(write), WriteText.of(write));
                    if (write instanceof Write.Post(var spec)) {
                        insert.setLong(15, spec.endsAt().toEpochMilli());
                    }
                }
                case JournalEvent.Accepted(String member, String silenceId) ->
                    texts(insert, "ACCEPTED", "", member, silenceId, "");
                case JournalEvent.Ended(String outcome, String detail) ->
                    texts(insert, "ENDED", outcome, "", "", detail);
            }
            insert.executeUpdate();
        }
    }

    private static void texts(
            PreparedStatement insert, String event, String kind, String member, String silence, String payload)
            throws SQLException {
        insert.setString(10, event);
        insert.setString(11, kind);
        insert.setString(12, member);
        insert.setString(13, silence);
        insert.setString(14, payload);
    }

    private static String kind(Write write) {
        return switch (write) {
            case Write.Post _ -> "post";
            case Write.Expire _ -> "expire";
            case Write.Page _ -> "page";
            case Write.Resolve _ -> "resolve";
        };
    }

    private static String target(Write write) {
        return switch (write) {
            case Write.Post(var spec) -> spec.id();
            case Write.Expire(String id) -> id;
            case Write.Page(String dedupKey) -> dedupKey;
            case Write.Resolve _ -> "";
        };
    }

    @Override
    public List<JournalRecord> unfinished() throws JournalException {
        List<JournalRecord> records = run(connection -> {
            try (PreparedStatement query = connection.prepareStatement("SELECT " + COLUMNS
                    + " FROM journal WHERE environment = ? AND action IN (SELECT action FROM unsettled)"
                    + " ORDER BY sequence")) {
                query.setString(1, own.environment());
                return read(query);
            }
        });
        Set<String> underWay = underWay(records);
        return records.stream()
                .filter(record -> !underWay.contains(record.entry().action()))
                .toList();
    }

    /** Actions that a living console is still at. */
    private Set<String> underWay(List<JournalRecord> records) {
        Set<String> begun = new HashSet<>();
        JournalledAction.of(records).stream()
                .filter(action -> action.ended() == null)
                .forEach(action -> begun.add(action.id()));
        Set<String> underWay = new HashSet<>();
        for (JournalRecord record : records) {
            if (begun.contains(record.entry().action())
                    && !underWay.contains(record.entry().action())
                    && consoles.alive(record.by(), record.at(), clock.now())) {
                underWay.add(record.entry().action());
            }
        }
        return underWay;
    }

    @Override
    public List<JournalRecord> standing(Instant now) throws JournalException {
        String posted = "SELECT action FROM journal WHERE environment = ? AND ends > ?";
        return run(connection -> {
            try (PreparedStatement query = connection.prepareStatement("SELECT " + COLUMNS
                    + " FROM journal WHERE environment = ? AND (action IN (" + posted + ") OR action IN ("
                    + "SELECT action FROM journal WHERE kind = 'expire' AND silence IN ("
                    + "SELECT silence FROM journal WHERE event = 'ACCEPTED' AND action IN (" + posted
                    + ")))) ORDER BY sequence")) {
                query.setString(1, own.environment());
                query.setString(2, own.environment());
                query.setLong(3, now.toEpochMilli());
                query.setString(4, own.environment());
                query.setLong(5, now.toEpochMilli());
                return read(query);
            }
        });
    }

    private static List<JournalRecord> read(PreparedStatement query) throws SQLException {
        List<JournalRecord> records = new ArrayList<>();
        try (ResultSet row = query.executeQuery()) {
            while (row.next()) {
                try {
                    records.add(record(row));
                } catch (IllegalArgumentException | DateTimeException e) {
                    LOG.warn("record {} of the journal cannot be read and is left out", row.getLong("sequence"), e);
                }
            }
        }
        return records;
    }

    private static JournalRecord record(ResultSet row) throws SQLException {
        String kind = row.getString("kind");
        String payload = row.getString("payload");
        JournalEvent event = switch (row.getString("event")) {
            case "INTENT" -> new JournalEvent.Intent(WriteText.read(payload));
            case "ACCEPTED" -> new JournalEvent.Accepted(row.getString("member"), row.getString("silence"));
            case "ENDED" -> new JournalEvent.Ended(kind, payload);
            default -> throw new IllegalArgumentException("no such event");
        };
        return new JournalRecord(
                row.getLong("sequence"),
                Instant.parse(row.getString("at")),
                new Signature(
                        row.getString("environment"),
                        row.getString("actor"),
                        row.getString("host"),
                        row.getString("console"),
                        row.getString("version")),
                new JournalEntry(row.getString("action"), row.getString("what"), row.getString("cluster"), event));
    }

    private <T> T run(Database.Work<T> work) throws JournalException {
        try {
            return database.run(work);
        } catch (DatabaseException e) {
            throw new JournalException(e.sentence(), e);
        }
    }
}
