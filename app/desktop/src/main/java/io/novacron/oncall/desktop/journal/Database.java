package io.novacron.oncall.desktop.journal;

import io.novacron.oncall.core.time.Clock;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * One SQLite file with write-ahead log and {@code synchronous=FULL}: what a transaction wrote survives the loss of power
 * (reliability guide §9). Opened by its first use. Several consoles of one user share the file; SQLite's locks decide who
 * writes when. A damaged file is kept aside, and what is readable of it is taken over. Any thread; blocking.
 */
public final class Database implements AutoCloseable {

    static final String FILE = "oncall.db";

    private static final Logger LOG = LoggerFactory.getLogger(Database.class);
    private static final int BUSY_MILLIS = 5_000;
    private static final ReentrantLock OPENING = new ReentrantLock();

    private final @Nullable Path folder;
    private final Clock clock;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable Connection connection;
    private @Nullable Object fileKey;

    private volatile String recovery = "";

    private Database(@Nullable Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /** The database of this folder, which is made where it is missing, for its owner alone. */
    public static Database in(Path folder, Clock clock) {
        return new Database(folder, clock);
    }

    /** One that is gone with the process: for the simulated platform. */
    public static Database inMemory(Clock clock) {
        return new Database(null, clock);
    }

    /** What one transaction does. It may be run a second time after damage, so it must have no other effect. */
    public interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /** Runs one transaction; once it returns, what it wrote is durable. */
    public <T> T run(Work<T> work) throws DatabaseException {
        lock.lock();
        try {
            try {
                return attempt(work);
            } catch (SQLException e) {
                if (!damaged(e)) {
                    throw e;
                }
                closeQuietly();
                return attempt(work);
            }
        } catch (SQLException | IOException e) {
            throw new DatabaseException(Failures.sentence(place(), e), e);
        } finally {
            lock.unlock();
        }
    }

    /** What to tell the operator of a damaged file that was found by this process; empty where there was none. */
    public String recovery() {
        return recovery;
    }

    private <T> T attempt(Work<T> work) throws SQLException, IOException {
        return transaction(open(), work);
    }

    /** By statements of its own: at the end of one the driver's own transactions begin the next, and hold its lock. */
    static <T> T transaction(Connection open, Work<T> work) throws SQLException {
        execute(open, "BEGIN IMMEDIATE");
        boolean done = false;
        try {
            T result = work.on(open);
            execute(open, "COMMIT");
            done = true;
            return result;
        } finally {
            if (!done) {
                rollBack(open);
            }
        }
    }

    private static void execute(Connection open, String sql) throws SQLException {
        try (Statement statement = open.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void rollBack(Connection open) {
        try {
            execute(open, "ROLLBACK");
        } catch (SQLException e) {
            LOG.debug("nothing to roll back", e);
        }
    }

    private Connection open() throws SQLException, IOException {
        Connection now = connection;
        if (now != null && sameFile()) {
            return now;
        }
        closeQuietly();
        Path in = folder;
        Connection opened;
        if (in == null) {
            opened = connect("jdbc:sqlite::memory:");
            transaction(opened, Migrations::run);
        } else {
            opened = openIn(in);
            fileKey = key(in.resolve(FILE));
        }
        connection = opened;
        return opened;
    }

    /** Alone, so that two consoles do not both keep the same damaged file aside. */
    private Connection openIn(Path in) throws SQLException, IOException {
        OwnFiles.folder(in);
        OPENING.lock();
        try (FileChannel gate = FileChannel.open(OwnFiles.file(in.resolve(FILE + ".lock")), StandardOpenOption.WRITE);
                FileLock held = gate.lock()) {
            LOG.debug("opening the database under {}", held);
            Path file = OwnFiles.file(in.resolve(FILE));
            try {
                return checked(file);
            } catch (SQLException e) {
                if (!damaged(e)) {
                    throw e;
                }
                return replaced(file);
            }
        } finally {
            OPENING.unlock();
        }
    }

    private static Connection checked(Path file) throws SQLException {
        Connection opened = connect("jdbc:sqlite:" + file);
        try {
            try (Statement statement = opened.createStatement();
                    ResultSet row = statement.executeQuery("PRAGMA quick_check(1)")) {
                if (!row.next() || !"ok".equals(row.getString(1))) {
                    throw new SQLiteException("the check found damage", SQLiteErrorCode.SQLITE_CORRUPT);
                }
            }
            transaction(opened, Migrations::run);
            return opened;
        } catch (SQLException e) {
            opened.close();
            throw e;
        }
    }

    private Connection replaced(Path file) throws SQLException, IOException {
        try (Salvage salvage = Salvage.aside(file, clock.now())) {
            Connection fresh = checked(OwnFiles.file(file));
            String sentence = transaction(fresh, salvage::into);
            LOG.warn("{}", sentence);
            recovery = sentence;
            return fresh;
        }
    }

    static Connection connect(String url) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(BUSY_MILLIS);
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        return config.createConnection(url);
    }

    /** False where another console has kept the file aside, or somebody removed it. */
    private boolean sameFile() {
        Path in = folder;
        return in == null || Objects.equals(fileKey, key(in.resolve(FILE)));
    }

    private static @Nullable Object key(Path file) {
        try {
            return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
        } catch (IOException gone) {
            return "gone";
        }
    }

    static boolean damaged(SQLException e) {
        if (!(e instanceof SQLiteException sqlite)) {
            return false;
        }
        int primary = sqlite.getResultCode().code & 0xff;
        return primary == SQLiteErrorCode.SQLITE_CORRUPT.code || primary == SQLiteErrorCode.SQLITE_NOTADB.code;
    }

    /** The file, or what stands for it in a sentence. */
    private String place() {
        return Optional.ofNullable(folder)
                .map(in -> in.resolve(FILE).toString())
                .orElse("the journal in memory");
    }

    private void closeQuietly() {
        Connection now = connection;
        connection = null;
        if (now != null) {
            try {
                now.close();
            } catch (SQLException e) {
                LOG.debug("the database did not close well", e);
            }
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closeQuietly();
        } finally {
            lock.unlock();
        }
    }
}
