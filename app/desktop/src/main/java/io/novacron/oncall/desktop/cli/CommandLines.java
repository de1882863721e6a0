package io.novacron.oncall.desktop.cli;

import io.novacron.oncall.core.alert.AlertState;
import io.novacron.oncall.core.silence.Dialect;
import io.novacron.oncall.core.text.Visible;
import io.novacron.oncall.desktop.ProgramLog;
import io.novacron.oncall.desktop.cli.json.ErrorDocument;
import io.novacron.oncall.desktop.cli.json.Json;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The parser of the command line, and what becomes of a command that ends with an error. */
final class CommandLines {

    private CommandLines() {}

    private static CommandLine of(Oncall oncall) {
        CommandLine line = new CommandLine(oncall);
        line.setExpandAtFiles(false);
        line.registerConverter(AlertState.class, text -> word(text, AlertState.values(), AlertState::word));
        line.registerConverter(Dialect.class, text -> word(text, Dialect.values(), Dialect::word));
        line.registerConverter(Integer.class, CommandLines::number);
        line.registerConverter(int.class, CommandLines::number);
        line.setOut(new PrintWriter(oncall.console().out(), true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(oncall.console().err(), true, StandardCharsets.UTF_8));
        line.setParameterExceptionHandler((wrong, arguments) -> usage(oncall, wrong));
        line.setExecutionExceptionHandler((thrown, at, parsed) -> ended(oncall, at.getCommand(), thrown));
        return line;
    }

    /** Runs one command; the parser lets errors through, and the JVM would end with 1, which means "no". */
    static int run(Oncall oncall, String... arguments) {
        String mangled = mangled(System.getProperty("sun.jnu.encoding", "UTF-8"), arguments);
        if (mangled != null) {
            oncall.console()
                    .message("the argument \"" + Visible.line(mangled, 80)
                            + "\" holds characters that this locale cannot carry; set LC_ALL=C.UTF-8, or another"
                            + " locale of UTF-8");
            return Exit.USAGE;
        }
        try {
            return of(oncall).execute(arguments);
        } catch (StackOverflowError | LinkageError | AssertionError e) {
            return fault(oncall, e);
        }
    }

    /** The first argument that the JVM could not read in the character set of the locale, null for none: it is another text. */
    static @Nullable String mangled(String encoding, String... arguments) {
        return encoding.equalsIgnoreCase("UTF-8")
                ? null
                : Arrays.stream(arguments)
                        .filter(argument -> argument.indexOf('\ufffd') >= 0)
                        .findFirst()
                        .orElse(null);
    }

    private static int usage(Oncall oncall, ParameterException wrong) {
        CommandLine at = wrong.getCommandLine();
        oncall.console().message(sentence(wrong));
        if (!UnmatchedArgumentException.printSuggestions(wrong, at.getErr())) {
            oncall.console().message("see " + at.getCommandSpec().qualifiedName() + " --help");
        }
        return Exit.USAGE;
    }

    private static String sentence(ParameterException wrong) {
        return wrong instanceof UnmatchedArgumentException unmatched
                ? "there is no command, option or argument \""
                        + Visible.line(String.join(" ", unmatched.getUnmatched()), 80) + "\" here"
                : Visible.line(String.valueOf(wrong.getMessage()));
    }

    private static Integer number(String text) {
        try {
            return Integer.valueOf(text);
        } catch (NumberFormatException e) {
            throw new TypeConversionException("\"" + text + "\" is no whole number, or too large");
        }
    }

    private static <E> E word(String text, E[] values, Function<E, String> words) {
        return Arrays.stream(values)
                .filter(value -> words.apply(value).equals(text))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException("\"" + text + "\" is none of "
                        + Arrays.stream(values).map(words).collect(Collectors.joining(", "))));
    }

    private static int ended(Oncall oncall, Object command, Exception thrown) {
        return switch (thrown) {
            case Stop stop -> {
                stop.text().lines().forEach(oncall.console()::message);
                if (command instanceof CliCommand asked && asked.json && stop.exit() != Exit.USAGE) {
                    oncall.console().answer(Json.text(ErrorDocument.of(stop.text())));
                }
                yield stop.exit();
            }
            case InterruptedException cancelled -> {
                oncall.console().message("cancelled");
                yield Exit.CANCELLED;
            }
            default -> fault(oncall, thrown);
        };
    }

    private static int fault(Oncall oncall, Throwable thrown) {
        String id = UUID.randomUUID().toString();
        ProgramLog.fault(oncall.program().state(), id, thrown);
        oncall.console()
                .message("this is a fault of ours, " + id + "; please report it with the log in "
                        + oncall.program().state());
        return Exit.FAULT;
    }
}
