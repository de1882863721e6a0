package io.novacron.oncall.core.source;

import java.util.function.Function;

/** What a read brought: an answer, or the error that stood in its way. Never both, never an empty stand-in. */
public sealed interface Fetched<T> {

    record Answer<T>(T value, Contact contact) implements Fetched<T> {}

    record Failure<T>(SourceError error) implements Fetched<T> {}

    static <T> Fetched<T> failure(SourceError error) {
        return new Failure<>(error);
    }

    default <R> Fetched<R> map(Function<? super T, ? extends R> mapping) {
        return switch (this) {
            case Answer<T>(T value, Contact contact) -> new Answer<>(mapping.apply(value), contact);
            case Failure<T>(SourceError error) -> new Failure<>(error);
        };
    }

    default <R> Fetched<R> flatMap(Function<? super T, Fetched<R>> next) {
        return switch (this) {
            case Answer<T>(T value, Contact contact) -> next.apply(value);
            case Failure<T>(SourceError error) -> new Failure<>(error);
        };
    }
}
