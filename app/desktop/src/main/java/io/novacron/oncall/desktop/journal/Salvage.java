package io.novacron.oncall.desktop.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A damaged database, kept aside and never deleted; the rows that can still be read are taken over and counted (reliability
 * guide §9, F102). Read from a copy, since opening it would change it; closing removes the copy.
 */
final class Salvage implements AutoCloseable {

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final List<String> TAILS = List.of("", "-wal", "-shm");

    private final Path aside;
    private final Path copy;

    private Salvage(Path aside, Path copy) {
        this.aside = aside;
        this.copy = copy;
    }

    /** Moves the file and what belongs to it to {@code NAME.corrupt-DATE}. */
    static Salvage aside(Path file, Instant now) throws IOException {
        String name = file.getFileName() + ".corrupt-" + DATE.format(now);
        for (int i = 2; Files.exists(file.resolveSibling(name)); i++) {
            name = file.getFileName() + ".corrupt-" + DATE.format(now) + "-" + i;
        }
        Path aside = file.resolveSibling(name);
        for (String tail : TAILS) {
            Path part = file.resolveSibling(file.getFileName() + tail);
            if (Files.exists(part)) {
                Files.move(part, aside.resolveSibling(name + tail));
            }
        }
        Path copy = Files.createTempDirectory(aside.toAbsolutePath().getParent(), "salvage-");
        for (String tail : TAILS) {
            Path part = aside.resolveSibling(name + tail);
            if (Files.exists(part)) {
                Files.copy(part, copy.resolve("old" + tail));
            }
        }
        return new Salvage(aside, copy);
    }

    /** Copies what is readable into a new database; answers what to tell the operator. */
    String into(Connection fresh) throws SQLException {
        int recovered = 0;
        long last = 0;
        try (Connection old = Database.connect("jdbc:sqlite:" + copy.resolve("old"))) {
            for (String table : tables(fresh)) {
                int rows = table(old, fresh, table);
                recovered += table.equals("journal") ? rows : 0;
            }
            last = last(old);
        } catch (SQLException unreadable) {
            last = 0;
        }
        String lost = last >= recovered && last > 0 ? (last - recovered) + " lost" : "how many were lost is not known";
        return "the journal was damaged: " + recovered + " records recovered, " + lost
                + "; the damaged file is kept as " + aside;
    }

    private static List<String> tables(Connection fresh) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (Statement statement = fresh.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name")) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        return tables;
    }

    /** Up from the first row and down from the last: what lies behind the damage is readable from the other side. */
    private static int table(Connection old, Connection fresh, String table) throws SQLException {
        List<String> columns = new ArrayList<>();
        try (Statement statement = fresh.createStatement();
                ResultSet rows = statement.executeQuery("PRAGMA table_info(" + table + ")")) {
            while (rows.next()) {
                columns.add(rows.getString("name"));
            }
        }
        String names = String.join(", ", columns);
        String marks = String.join(", ", Collections.nCopies(columns.size(), "?"));
        int taken = 0;
        try (PreparedStatement insert =
                fresh.prepareStatement("INSERT OR IGNORE INTO " + table + " (" + names + ") VALUES (" + marks + ")")) {
            for (String direction : List.of("ASC", "DESC")) {
                taken += rows(old, "SELECT " + names + " FROM " + table + " ORDER BY 1 " + direction, insert);
            }
        }
        return taken;
    }

    private static int rows(Connection old, String query, PreparedStatement insert) throws SQLException {
        int taken = 0;
        try (Statement statement = old.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                List<Object> values = new ArrayList<>();
                for (int i = 1; i <= columns; i++) {
                    values.add(rows.getObject(i));
                }
                for (int i = 1; i <= columns; i++) {
                    insert.setObject(i, values.get(i - 1));
                }
                taken += insert.executeUpdate();
            }
        } catch (SQLException e) {
            if (!Database.damaged(e) && taken == 0) {
                return 0; // the old file has no such table
            }
        }
        return taken;
    }

    /** The number of the last record ever written; 0 where that cannot be read. */
    private static long last(Connection old) {
        try (Statement statement = old.createStatement();
                ResultSet row = statement.executeQuery("SELECT seq FROM sqlite_sequence WHERE name = 'journal'")) {
            return row.next() ? row.getLong(1) : 0;
        } catch (SQLException e) {
            return 0;
        }
    }

    @Override
    public void close() throws IOException {
        try (var files = Files.list(copy)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(copy);
    }
}
