package io.novacron.oncall.connectors.prometheus;

import io.novacron.oncall.connectors.http.Decoder;
import io.novacron.oncall.connectors.http.Json;
import io.novacron.oncall.connectors.http.UnexpectedShape;
import java.io.IOException;
import java.util.List;

/** An envelope that came with a good status, opened: its content, or the error that was in it all the same. */
sealed interface Opened<T> {

    /** A success may be partial: the warnings say so. */
    record Good<T>(T value, List<String> warnings) implements Opened<T> {}

    record Refused<T>(String text) implements Opened<T> {}

    /** Makes the content of the envelope's data. */
    @FunctionalInterface
    interface Content<D, T> {
        T of(Wire.Answer<D> envelope, D data) throws IOException;
    }

    static <D, T> Decoder<Opened<T>> decoder(Class<D> data, Content<D, T> content) {
        Decoder<Wire.Answer<D>> envelope = Json.framedDecoder(Wire.Answer.class, data);
        return (body, head) -> open(envelope.decode(body, head), content);
    }

    private static <D, T> Opened<T> open(Wire.Answer<D> envelope, Content<D, T> content) throws IOException {
        D data = envelope.data();
        return switch (Texts.of(envelope.status())) {
            case "error" -> new Refused<>(Texts.of(envelope.errorType()) + ": " + Texts.of(envelope.error()));
            case "success" -> {
                if (data == null) {
                    throw new UnexpectedShape("a success without data, an unexpected shape");
                }
                yield new Good<>(content.of(envelope, data), Texts.list(envelope.warnings()));
            }
            default -> throw new UnexpectedShape("an object without a status, an unexpected shape");
        };
    }
}
