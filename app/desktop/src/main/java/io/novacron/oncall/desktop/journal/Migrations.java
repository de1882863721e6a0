package io.novacron.oncall.desktop.journal;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * The shape of the database. Each step is run once, in order, and {@code user_version} counts them: a step that has been
 * released is never changed, a new table is a new step at the end.
 */
final class Migrations {

    static final List<List<String>> STEPS = List.of(
            List.of(
                    """
            CREATE TABLE journal (
              sequence INTEGER PRIMARY KEY AUTOINCREMENT,
              at TEXT NOT NULL,
              environment TEXT NOT NULL,
              actor TEXT NOT NULL,
              host TEXT NOT NULL,
              console TEXT NOT NULL,
              version TEXT NOT NULL,
              action TEXT NOT NULL,
              what TEXT NOT NULL,
              cluster TEXT NOT NULL,
              event TEXT NOT NULL,
              kind TEXT NOT NULL,
              member TEXT NOT NULL,
              silence TEXT NOT NULL,
              ends INTEGER,
              payload TEXT NOT NULL
            )""",
                    "CREATE INDEX journal_action ON journal (action)",
                    "CREATE INDEX journal_silence ON journal (silence) WHERE silence <> ''",
                    "CREATE INDEX journal_ends ON journal (ends) WHERE ends IS NOT NULL",
                    // actions whose end nobody knows: an index by hand, kept in the transaction of the record
                    "CREATE TABLE unsettled (action TEXT PRIMARY KEY)"),
            List.of("""
            CREATE TABLE seen (
              environment TEXT NOT NULL,
              cluster TEXT NOT NULL,
              fingerprint TEXT NOT NULL,
              starts TEXT NOT NULL,
              listed TEXT NOT NULL,
              decided INTEGER NOT NULL,
              rung TEXT,
              notice INTEGER NOT NULL,
              looked INTEGER NOT NULL,
              PRIMARY KEY (environment, cluster, fingerprint)
            ) WITHOUT ROWID"""));

    private Migrations() {}

    /** Brings it up to the last step; answers that one. */
    static int run(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            int version;
            try (ResultSet row = statement.executeQuery("PRAGMA user_version")) {
                version = row.getInt(1);
            }
            if (version > STEPS.size()) {
                throw new NewerDatabase(version);
            }
            for (List<String> step : STEPS.subList(version, STEPS.size())) {
                for (String sql : step) {
                    statement.executeUpdate(sql);
                }
            }
            if (version < STEPS.size()) {
                statement.executeUpdate("PRAGMA user_version = " + STEPS.size());
            }
        }
        return STEPS.size();
    }

    /** Written by a later release, whose rules this one does not know. */
    static final class NewerDatabase extends SQLException {

        private static final long serialVersionUID = 1L;

        NewerDatabase(int version) {
            super("schema " + version);
        }
    }
}
