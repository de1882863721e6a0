package io.novacron.oncall.connectors.http;

import java.io.IOException;
import java.io.InputStream;

/**
 * Makes a value of a good answer (2xx). The stream is decompressed and bounded (64 MiB).
 *
 * <p>An {@link UnexpectedShape} says that this is not the API we expect; any other exception that the content cannot be
 * read. What the stream itself throws keeps its own meaning.
 */
@FunctionalInterface
public interface Decoder<T> {

    T decode(InputStream body, ReplyHead head) throws IOException;
}
