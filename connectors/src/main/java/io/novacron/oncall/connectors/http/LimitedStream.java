package io.novacron.oncall.connectors.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Counts while it streams and refuses what is beyond the limit. It remembers the first thing that went wrong with the bytes
 * themselves, because a parser above may wrap it in an exception of its own.
 */
final class LimitedStream extends FilterInputStream {

    /** More bytes than we take. */
    static final class OverLimit extends IOException {
        private static final long serialVersionUID = 1L;
        private final long limit;

        OverLimit(long limit) {
            super("more than " + limit + " bytes");
            this.limit = limit;
        }

        long limit() {
            return limit;
        }
    }

    private final long limit;
    private long count;
    private @Nullable IOException failure;

    LimitedStream(InputStream in, long limit) {
        super(in);
        this.limit = limit;
    }

    /** What the bytes failed with, null while they flow. */
    @Nullable
    IOException failure() {
        return failure;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        int n = read(one, 0, 1);
        return n < 0 ? n : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        try {
            int n = in.read(into, offset, length);
            if (n > 0) {
                count += n;
                if (count > limit) {
                    throw new OverLimit(limit);
                }
            }
            return n;
        } catch (IOException e) {
            failure = e;
            throw e;
        }
    }

    @Override
    public long skip(long n) throws IOException {
        byte[] sink = new byte[(int) Math.min(n, 8192)];
        return Math.max(0, read(sink, 0, sink.length));
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
