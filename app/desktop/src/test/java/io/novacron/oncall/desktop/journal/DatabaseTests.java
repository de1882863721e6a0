package io.novacron.oncall.desktop.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.novacron.oncall.core.time.ManualClock;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseTests {

    private static final int PAGE = 4096;

    @TempDir
    Path folder;

    private final ManualClock clock = new ManualClock(Instant.parse("2026-11-22T03:00:00Z"));

    @Test
    void whatIsWrittenIsThereAfterwardsForItsOwnerAlone() throws Exception {
        Path place = folder.resolve("state");
        try (Database database = Database.in(place, clock)) {
            write(database, 3);
        }
        try (Database database = Database.in(place, clock)) {
            assertThat(count(database)).isEqualTo(3);
            assertThat(database.recovery()).isEmpty();
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(place)))
                .isEqualTo("rwx------");
        try (var files = Files.list(place)) {
            for (Path file : files.toList()) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                        .as("%s", file)
                        .isEqualTo("rw-------");
            }
        }
    }

    @Test
    void itIsDurableBeforeItReturns() throws Exception {
        try (Database database = Database.in(folder, clock)) {
            List<String> answers = database.run(connection -> List.of(
                    pragma(connection, "journal_mode"),
                    pragma(connection, "synchronous"),
                    pragma(connection, "busy_timeout")));
            assertThat(answers).containsExactly("wal", "2", "5000");
        }
    }

    @Test
    void twoConsolesWriteIntoOneFile() throws Exception {
        try (Database one = Database.in(folder, clock);
                Database two = Database.in(folder, clock)) {
            write(one, 20);
            write(two, 20);
            write(one, 20);
            assertThat(count(two)).isEqualTo(60);
        }
    }

    @Test
    void aTransactionThatBreaksOffLeavesNothing() throws Exception {
        try (Database database = Database.in(folder, clock)) {
            write(database, 1);
            assertThatExceptionOfType(IllegalStateException.class)
                    .isThrownBy(() -> database.run(connection -> {
                        insert(connection);
                        throw new IllegalStateException("in the middle");
                    }));
            assertThat(count(database)).isEqualTo(1);
        }
    }

    @Test
    void aDamagedFileIsKeptAsideAndWhatIsReadableIsTakenOverAndCounted() throws Exception {
        try (Database database = Database.in(folder, clock)) {
            write(database, 2_000);
        }
        long seed = System.nanoTime();
        Path file = folder.resolve(Database.FILE);
        spoil(file, seed);
        byte[] damaged = Files.readAllBytes(file);

        try (Database database = Database.in(folder, clock)) {
            int left = count(database);
            assertThat(left).as("seed %d", seed).isBetween(1, 1_999);
            assertThat(database.recovery())
                    .as("seed %d", seed)
                    .contains(left + " records recovered, " + (2_000 - left) + " lost")
                    .contains("oncall.db.corrupt-20261122T030000Z");
            write(database, 1);
            assertThat(count(database)).isEqualTo(left + 1);
        }
        assertThat(folder.resolve("oncall.db.corrupt-20261122T030000Z")).hasBinaryContent(damaged);
        try (Database database = Database.in(folder, clock)) {
            assertThat(database.recovery()).isEmpty();
            assertThat(count(database)).isGreaterThan(1);
        }
    }

    @Test
    void aFileThatIsNoDatabaseIsKeptAside() throws Exception {
        Files.writeString(folder.resolve(Database.FILE), "x".repeat(10_000));
        try (Database database = Database.in(folder, clock)) {
            write(database, 1);
            assertThat(count(database)).isEqualTo(1);
            assertThat(database.recovery()).contains("0 records recovered, how many were lost is not known");
        }
        assertThat(folder.resolve("oncall.db.corrupt-20261122T030000Z")).hasContent("x".repeat(10_000));
    }

    @Test
    void aConsoleWhoseFileWasReplacedByAnotherOneGoesOnInTheNewFile() throws Exception {
        try (Database one = Database.in(folder, clock)) {
            write(one, 5);
            Salvage.aside(folder.resolve(Database.FILE), clock.now()).close();
            try (Database two = Database.in(folder, clock)) {
                write(two, 1);
                write(one, 1);
                assertThat(count(two)).isEqualTo(2);
            }
        }
    }

    @Test
    void aDatabaseOfANewerReleaseIsLeftAlone() throws Exception {
        try (Database database = Database.in(folder, clock)) {
            database.run(connection -> {
                try (Statement statement = connection.createStatement()) {
                    return statement.executeUpdate("PRAGMA user_version = 99");
                }
            });
        }
        try (Database database = Database.in(folder, clock)) {
            assertThatExceptionOfType(DatabaseException.class)
                    .isThrownBy(() -> count(database))
                    .withMessageStartingWith("JOURNAL NOT WRITABLE: ")
                    .withMessageContaining("was written by a newer release (schema 99)");
        }
    }

    @Test
    void aFolderThatCannotBeMadeIsNamedWithTheWayOut() throws IOException {
        Path file = Files.writeString(folder.resolve("in-the-way"), "");
        try (Database database = Database.in(file.resolve("state"), clock)) {
            assertThatExceptionOfType(DatabaseException.class)
                    .isThrownBy(() -> count(database))
                    .withMessageStartingWith("JOURNAL NOT WRITABLE: " + file)
                    .withMessageContaining("XDG_STATE_HOME");
        }
    }

    @Test
    void aFullDiskIsSaidAndOverWhenThereIsSpaceAgain() throws Exception {
        try (Database database = Database.in(folder, clock)) {
            write(database, 1);
            int pages = database.run(connection -> Integer.parseInt(pragma(connection, "page_count")));
            database.run(connection -> pragma(connection, "max_page_count = " + pages));
            assertThatExceptionOfType(DatabaseException.class)
                    .isThrownBy(() -> write(database, 500))
                    .withMessageContaining("is on a full disk; free some space there");
            database.run(connection -> pragma(connection, "max_page_count = 100000"));
            write(database, 1);
            assertThat(count(database)).isEqualTo(2);
        }
    }

    @Test
    void aFileThatMayNotBeWrittenIsNamed() throws Exception {
        assumeThat(System.getProperty("user.name")).isNotEqualTo("root");
        try (Database database = Database.in(folder, clock)) {
            write(database, 1);
        }
        Files.setPosixFilePermissions(folder.resolve(Database.FILE), PosixFilePermissions.fromString("r--------"));
        try (Database database = Database.in(folder, clock)) {
            assertThatExceptionOfType(DatabaseException.class)
                    .isThrownBy(() -> write(database, 1))
                    .withMessageContaining("cannot be written to");
        }
    }

    /** Overwrites pages in the middle, not the first ones, which hold the schema. */
    private static void spoil(Path file, long seed) throws IOException {
        Random random = new Random(seed);
        try (RandomAccessFile pages = new RandomAccessFile(file.toFile(), "rw")) {
            long middle = pages.length() / PAGE / 2;
            byte[] rubbish = new byte[PAGE];
            random.nextBytes(rubbish);
            rubbish[0] = 77; // no kind of page
            for (long page = middle; page < middle + 3; page++) {
                pages.seek(page * PAGE);
                pages.write(rubbish);
            }
        }
    }

    private static void write(Database database, int rows) throws DatabaseException {
        database.run(connection -> {
            for (int i = 0; i < rows; i++) {
                insert(connection);
            }
            return rows;
        });
    }

    private static void insert(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate("INSERT INTO journal (at, environment, actor, host, console, version, action, what,"
                    + " cluster, event, kind, member, silence, payload) VALUES"
                    + " ('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l', 'm', hex(randomblob(200)))");
        }
    }

    private static int count(Database database) throws DatabaseException {
        return database.run(connection -> {
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("SELECT count(*) FROM journal")) {
                return row.getInt(1);
            }
        });
    }

    private static String pragma(Connection connection, String name) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("PRAGMA " + name)) {
            return String.valueOf(row.getString(1));
        }
    }
}
