package io.novacron.oncall.connectors.http;

import io.novacron.oncall.core.source.SourceError;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/** Why a body with a good status could not be made into a value. */
final class Unread {

    private static final Logger LOG = LoggerFactory.getLogger(Unread.class);

    private Unread() {}

    /** A body that is not even begun. */
    static SourceError refused(IOException e, String url) {
        return e instanceof LimitedStream.OverLimit over
                ? new SourceError.TooLarge(url, over.limit())
                : new SourceError.Malformed(url, reason(e));
    }

    /** Throws what the wire itself failed with: that is no matter of content. */
    static SourceError of(Exception e, Reply reply, String url, String expected, Credentials.Carried carried)
            throws IOException {
        IOException wire = reply.wire().failure();
        if (wire instanceof LimitedStream.OverLimit) {
            return refused(wire, url);
        }
        if (wire != null) {
            throw wire;
        }
        IOException body = reply.body().failure();
        if (body instanceof LimitedStream.OverLimit) {
            return refused(body, url);
        }
        if (body != null) {
            String how = body instanceof EOFException ? "breaks off" : "is labelled gzip, but is not";
            return new SourceError.Malformed(url, "the body " + how + " (" + reason(body) + ")");
        }
        Throwable root = e instanceof UncheckedIOException unchecked ? unchecked.getCause() : e;
        if (root instanceof UnexpectedShape shape) {
            return new SourceError.NotTheApi(url, carried.hideIn(shape.found()), expected);
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
