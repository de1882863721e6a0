package io.novacron.oncall.desktop.notify;

import io.novacron.oncall.core.alert.AlertKey;
import io.novacron.oncall.core.notify.SeenFiring;
import io.novacron.oncall.core.notify.SeenStore;
import io.novacron.oncall.desktop.journal.Database;
import io.novacron.oncall.desktop.journal.DatabaseException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What was told, in the table {@code seen} of the console's database; each environment has its own entries. */
public final class SqliteSeenStore implements SeenStore {

    private final Database database;
    private final String environment;

    public SqliteSeenStore(Database database, String environment) {
        this.database = database;
        this.environment = environment;
    }

    @Override
    public List<SeenFiring> load() throws SeenStoreException {
        return run(connection -> {
            List<SeenFiring> all = new ArrayList<>();
            try (PreparedStatement query = connection.prepareStatement("SELECT cluster, fingerprint, starts, listed,"
                    + " decided, rung, notice, looked FROM seen WHERE environment = ?")) {
                query.setString(1, environment);
                try (ResultSet row = query.executeQuery()) {
                    while (row.next()) {
                        all.add(new SeenFiring(
                                new AlertKey(row.getString(1), row.getString(2)),
                                instant(row.getString(3)),
                                instant(row.getString(4)),
                                row.getBoolean(5),
                                row.getString(6) == null ? null : instant(row.getString(6)),
                                row.getLong(7),
                                row.getBoolean(8)));
                    }
                }
            }
            return all;
        });
    }

    @Override
    public void save(Collection<SeenFiring> changed, Set<AlertKey> forgotten) throws SeenStoreException {
        run(connection -> {
            put(connection, changed);
            drop(connection, forgotten);
            return changed.size();
        });
    }

    private void put(Connection connection, Collection<SeenFiring> changed) throws SQLException {
        try (PreparedStatement put = connection.prepareStatement("INSERT OR REPLACE INTO seen (environment, cluster,"
                + " fingerprint, starts, listed, decided, rung, notice, looked) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (SeenFiring seen : changed) {
                put.setString(1, environment);
                put.setString(2, seen.key().cluster());
                put.setString(3, seen.key().fingerprint());
                put.setString(4, seen.start().toString());
                put.setString(5, seen.lastSeen().toString());
                put.setBoolean(6, seen.decided());
                put.setString(7, text(seen.rungAt()));
                put.setLong(8, seen.notice());
                put.setBoolean(9, seen.looked());
                put.addBatch();
            }
            put.executeBatch();
        }
    }

    private void drop(Connection connection, Set<AlertKey> forgotten) throws SQLException {
        try (PreparedStatement drop = connection.prepareStatement(
                "DELETE FROM seen WHERE environment = ? AND cluster = ? AND fingerprint = ?")) {
            for (AlertKey key : forgotten) {
                drop.setString(1, environment);
                drop.setString(2, key.cluster());
                drop.setString(3, key.fingerprint());
                drop.addBatch();
            }
            drop.executeBatch();
        }
    }

    private static @Nullable String text(@Nullable Instant at) {
        return at == null ? null : at.toString();
    }

    private static Instant instant(String text) {
        return Instant.parse(text);
    }

    private <T> T run(Database.Work<T> work) throws SeenStoreException {
        try {
            return database.run(work);
        } catch (DatabaseException e) {
            throw new SeenStoreException(
                    "What rang is not remembered, so it rings again after a restart: " + e.sentence(), e);
        }
    }
}
