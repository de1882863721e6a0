package io.novacron.oncall.connectors.http;

import io.novacron.oncall.core.source.SourceError;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/**
 * Why a body with a good status could not be made into a value.
 *
 * @param write after a good status a write may have happened even if the JSON is not the API's
 */
record Unread(String url, String expected, boolean write, Credentials.Carried carried) {

    private static final Logger LOG = LoggerFactory.getLogger(Unread.class);

    /** A body that is not even begun. */
    SourceError refused(IOException e) {
        return e instanceof LimitedStream.OverLimit over
                ? new SourceError.TooLarge(url, over.limit())
                : new SourceError.Malformed(url, reason(e));
    }

    /** A page of something else that stands in between: the backend was not reached. */
    SourceError otherType(String contentType) {
        return new SourceError.NotTheApi(url, "not JSON (" + carried.hideIn(contentType) + ")", expected);
    }

    /** Throws what the wire itself failed with: that is no matter of content. */
    SourceError because(Exception e, Reply reply) throws IOException {
        IOException wire = reply.wire().failure();
        if (wire instanceof LimitedStream.OverLimit) {
            return refused(wire);
        }
        if (wire != null) {
            throw wire;
        }
        IOException body = reply.body().failure();
        if (body instanceof LimitedStream.OverLimit) {
            return refused(body);
        }
        if (body != null) {
            String how = body instanceof EOFException ? "breaks off" : "is labelled gzip, but is not";
            return new SourceError.Malformed(url, "the body " + how + " (" + reason(body) + ")");
        }
        Throwable root = e instanceof UncheckedIOException unchecked ? unchecked.getCause() : e;
        if (root instanceof UnexpectedShape shape) {
            String found = carried.hideIn(shape.found());
            return write
                    ? new SourceError.Malformed(url, found + " instead of " + expected)
                    : new SourceError.NotTheApi(url, found, expected);
        }
        if (e instanceof RuntimeException && !(e instanceof JacksonException)) {
            LOG.warn("no rule for this content of {}: {}", url, e.getClass().getName());
        }
        return new SourceError.Malformed(url, carried.hideIn(reason(e)));
    }

    private static String reason(Exception e) {
        String message = e instanceof JacksonException json ? json.getOriginalMessage() : e.getMessage();
        return message == null ? e.getClass().getSimpleName() : message;
    }
}
