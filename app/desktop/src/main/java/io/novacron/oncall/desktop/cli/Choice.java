package io.novacron.oncall.desktop.cli;

import io.novacron.oncall.core.source.Fetched;
import io.novacron.oncall.core.source.Source;
import io.novacron.oncall.core.source.SourceError;
import io.novacron.oncall.core.source.SourceKind;
import io.novacron.oncall.core.text.Visible;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One source out of several, and what came of asking it. */
final class Choice {

    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;
    private static final int UNPROCESSABLE = 422;

    private Choice() {}

    /** The one named, else the only one. */
    static <S extends Source<?>> S of(SourceKind kind, List<S> sources, @Nullable String name) throws Stop {
        String names = some(kind, sources).stream().map(Source::name).collect(Collectors.joining(", "));
        if (name == null && sources.size() > 1) {
            throw Stop.usage(
                    "there are several sources of kind " + kind.word() + ": " + names + "; choose one with --source");
        }
        return sources.stream()
                .filter(source -> name == null || source.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Stop.usage("no source of kind " + kind.word() + " is called \""
                        + Visible.line(String.valueOf(name), 60) + "\"; there is " + names));
    }

    /** All of them; none at all ends the command. */
    static <S extends Source<?>> List<S> some(SourceKind kind, List<S> sources) throws Stop {
        if (sources.isEmpty()) {
            throw Stop.usage("the configuration names no source of kind " + kind.word() + " for this environment");
        }
        return sources;
    }

    /** The answer; what the server calls a bad question ends the command as wrong usage, anything else as a failed source. */
    static <T> T answer(Fetched<T> fetched) throws Stop {
        return switch (fetched) {
            case Fetched.Answer<T> answer -> answer.value();
            case Fetched.Failure<T>(SourceError error) -> throw stop(error);
        };
    }

    static Stop stop(SourceError error) {
        return badQuestion(error) ? Stop.usage(error.sentence()) : Stop.source(error.sentence());
    }

    static boolean missing(SourceError error) {
        return error instanceof SourceError.Rejected rejected && rejected.status() == NOT_FOUND;
    }

    static boolean badQuestion(SourceError error) {
        return error instanceof SourceError.Rejected rejected
                && (rejected.status() == BAD_REQUEST || rejected.status() == UNPROCESSABLE);
    }
}
