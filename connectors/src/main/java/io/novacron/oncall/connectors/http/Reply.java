package io.novacron.oncall.connectors.http;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import okhttp3.Response;
import okio.GzipSource;
import okio.Okio;

/** Head and bounded body of an answer. */
record Reply(ReplyHead head, LimitedStream wire, LimitedStream body) {

    private static final long DECODED = 64L * 1024 * 1024;
    private static final long COMPRESSED = 32L * 1024 * 1024;
    private static final int ERROR_BODY = 64 * 1024;

    /** A Content-Encoding that we did not ask for and cannot read. */
    static final class UnknownEncoding extends IOException {
        private static final long serialVersionUID = 1L;

        UnknownEncoding(String encoding) {
            super("content encoding " + encoding + ", not gzip or plain");
        }
    }

    static Reply of(Response response) throws IOException {
        List<String> encodings = response.headers("Content-Encoding");
        String encoding = String.join(", ", encodings).strip().toLowerCase(Locale.ROOT);
        boolean gzip = encoding.equals("gzip");
        if (!gzip && !encoding.isEmpty() && !encoding.equals("identity")) {
            throw new UnknownEncoding(encoding);
        }
        if (!gzip && response.body().contentLength() > DECODED) {
            throw new LimitedStream.OverLimit(DECODED);
        }
        LimitedStream wire = new LimitedStream(response.body().byteStream(), gzip ? COMPRESSED : DECODED);
        LimitedStream body = gzip
                ? new LimitedStream(
                        Okio.buffer(new GzipSource(Okio.source(wire))).inputStream(), DECODED)
                : wire;
        return new Reply(head(response), wire, body);
    }

    /** JSON types, and no type at all: then the content must prove itself. */
    boolean json() {
        String type = head.contentType();
        int end = type.indexOf(';');
        String bare = (end < 0 ? type : type.substring(0, end)).strip().toLowerCase(Locale.ROOT);
        return bare.isEmpty() || bare.equals("application/json") || bare.equals("text/json") || bare.endsWith("+json");
    }

    /** What the body of an error says; empty if it cannot be read. */
    static String errorText(Response response) {
        try {
            return ErrorText.of(of(response).body.readNBytes(ERROR_BODY));
        } catch (IOException e) {
            return "";
        }
    }

    private static ReplyHead head(Response response) {
        Map<String, String> headers = new HashMap<>();
        response.headers().forEach(h -> headers.put(h.getFirst().toLowerCase(Locale.ROOT), h.getSecond()));
        return new ReplyHead(
                response.code(),
                headers.getOrDefault("content-type", ""),
                response.headers().getInstant("Date"),
                headers);
    }
}
