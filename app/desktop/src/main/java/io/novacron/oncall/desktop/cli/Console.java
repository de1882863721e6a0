package io.novacron.oncall.desktop.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Standard output for answers, standard error for everything else; both in UTF-8 whatever the machine says. Any thread. */
public final class Console {

    private final PrintStream out;
    private final PrintStream err;

    public Console(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /** Of this process. */
    public static Console standard() {
        return new Console(
                new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8),
                new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8));
    }

    /** Part of the answer. The text is safe to show or a document. */
    void answer(String text) {
        out.print(text);
        out.print('\n');
        out.flush();
    }

    /** A message or progress; the text is safe to show. */
    void message(String text) {
        err.print("oncall: " + text + "\n");
        err.flush();
    }

    PrintStream out() {
        return out;
    }

    PrintStream err() {
        return err;
    }
}
