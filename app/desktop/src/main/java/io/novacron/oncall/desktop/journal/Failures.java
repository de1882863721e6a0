package io.novacron.oncall.desktop.journal;

import io.novacron.oncall.core.text.Visible;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** What is wrong with the database, for the operator (reliability guide F104). */
final class Failures {

    private Failures() {}

    /** One sentence that begins with JOURNAL NOT WRITABLE and ends with the way out. */
    static String sentence(String place, Exception e) {
        return "JOURNAL NOT WRITABLE: " + Visible.line(place, 200) + " " + why(e);
    }

    private static String why(Exception e) {
        return switch (e) {
            case Migrations.NewerDatabase newer ->
                "was written by a newer release (" + newer.getMessage() + "); use that one, or move the file aside";
            case SQLiteException sqlite -> why(sqlite.getResultCode());
            case SQLException other -> "failed: " + Visible.line(String.valueOf(other.getMessage()), 200);
            default ->
                "cannot be made: " + Visible.line(String.valueOf(e.getMessage()), 200)
                        + "; let this user write there, or set XDG_STATE_HOME to a folder that can be written to";
        };
    }

    private static String why(SQLiteErrorCode code) {
        return switch (primary(code)) {
            case SQLITE_FULL -> "is on a full disk; free some space there";
            case SQLITE_READONLY, SQLITE_CANTOPEN, SQLITE_PERM ->
                "cannot be written to; let this user write there, or set XDG_STATE_HOME to a folder that can be";
            case SQLITE_BUSY, SQLITE_LOCKED ->
                "is held by another console of this user for too long; end that one if it hangs";
            case SQLITE_IOERR -> "failed at the disk (" + code + "); look at the disk's health and space";
            default -> "failed (" + code + "); move the file aside and start again";
        };
    }

    /** Extended codes carry more in their upper bytes. */
    private static SQLiteErrorCode primary(SQLiteErrorCode code) {
        return SQLiteErrorCode.getErrorCode(code.code & 0xff);
    }
}
