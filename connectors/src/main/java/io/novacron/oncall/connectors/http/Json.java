package io.novacron.oncall.connectors.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PushbackReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * JSON from outside (reliability guide §4): depth 64, names of 1 KiB, numbers of 64 characters, strings of 16 MiB of which
 * 64 KiB are kept; trailing content is an error, unknown fields are ignored, of a repeated key the last wins.
 *
 * <p>Text is UTF-8. What is not valid UTF-8 is shown as U+FFFD, a leading byte order mark is skipped.
 */
public final class Json {

    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(64)
                            .maxNameLength(1024)
                            .maxNumberLength(64)
                            .maxStringLength(16 * 1024 * 1024)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .addModule(new SimpleModule().addDeserializer(String.class, new KeptText()))
            .build();

    private static final ObjectReader WHOLE = MAPPER.reader().without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private Json() {}

    /** The one configured mapper. */
    public static JsonMapper mapper() {
        return MAPPER;
    }

    /** For an answer whose root is an object. */
    public static <W, T> Decoder<T> decoder(Class<W> wire, Function<W, T> map) {
        JavaType type = MAPPER.constructType(wire);
        return (body, head) -> read(body, type, JsonToken.START_OBJECT, map);
    }

    /** For an answer whose root is an object of the generic {@code frame}, with {@code content} in it. */
    public static <W> Decoder<W> framedDecoder(Class<?> frame, Class<?> content) {
        JavaType type = MAPPER.getTypeFactory().constructParametricType(frame, content);
        return (body, head) -> read(body, type, JsonToken.START_OBJECT, Function.<W>identity());
    }

    /** For an answer whose root is an array. */
    public static <W, T> Decoder<T> listDecoder(Class<W> element, Function<List<W>, T> map) {
        JavaType type = MAPPER.getTypeFactory().constructCollectionType(List.class, element);
        return (body, head) -> read(body, type, JsonToken.START_ARRAY, map);
    }

    /** Reads an answer whose root is an array, one element after the other: no more than one is held at a time. */
    public static <W> void each(InputStream body, Class<W> element, Consumer<? super @Nullable W> into)
            throws IOException {
        ObjectReader reader = WHOLE.forType(element);
        read(body, JsonToken.START_ARRAY, parser -> {
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                into.accept(reader.readValue(parser));
            }
            return true;
        });
    }

    /** For an answer whose status says everything. */
    public static Decoder<Boolean> nothing() {
        return (body, head) -> {
            body.transferTo(OutputStream.nullOutputStream());
            return true;
        };
    }

    public static byte[] bytes(Object value) {
        return MAPPER.writeValueAsBytes(value);
    }

    private static <W, T> T read(InputStream body, JavaType type, JsonToken root, Function<W, T> map)
            throws IOException {
        ObjectReader reader = WHOLE.forType(type);
        return map.apply(read(body, root, parser -> reader.<W>readValue(parser)));
    }

    private static <W> W read(InputStream body, JsonToken root, Function<JsonParser, W> content) throws IOException {
        try (JsonParser parser = MAPPER.createParser(text(body))) {
            JsonToken first = parser.nextToken();
            if (first != root) {
                throw new UnexpectedShape(name(first));
            }
            W value = content.apply(parser);
            if (parser.nextToken() != null) {
                throw new IOException("something follows the JSON document");
            }
            return value;
        } catch (DatabindException e) {
            throw new UnexpectedShape("an unexpected shape (" + e.getOriginalMessage() + ")");
        }
    }

    private static Reader text(InputStream body) throws IOException {
        PushbackReader reader = new PushbackReader(new InputStreamReader(body, StandardCharsets.UTF_8));
        int first = reader.read();
        if (first >= 0 && first != BYTE_ORDER_MARK) {
            reader.unread(first);
        }
        return reader;
    }

    private static String name(@Nullable JsonToken first) {
        return switch (first) {
            case null -> "an empty body";
            case VALUE_NULL -> "null, an unexpected shape";
            case START_OBJECT -> "a JSON object, an unexpected shape";
            case START_ARRAY -> "a JSON array, an unexpected shape";
            default -> "a bare JSON value, an unexpected shape";
        };
    }
}
