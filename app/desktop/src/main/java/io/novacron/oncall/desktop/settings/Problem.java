package io.novacron.oncall.desktop.settings;

import java.nio.file.Path;
import java.util.Comparator;

/**
 * One thing that is wrong with the configuration file: one sentence with the way out, safe to show, without secrets.
 *
 * @param line counted from 1; 0 where it is not about a place in the file
 * @param column counted from 1; 0 as above
 */
public record Problem(int line, int column, String text) {

    static final Comparator<Problem> BY_PLACE =
            Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column);

    /** {@code FILE:LINE:COLUMN: text}, as compilers and editors write it. */
    public String at(Path file) {
        return line == 0 ? file + ": " + text : file + ":" + line + ":" + column + ": " + text;
    }
}
