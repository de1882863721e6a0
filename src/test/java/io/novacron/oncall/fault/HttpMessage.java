package io.novacron.oncall.fault;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One HTTP/1.1 request or response as its bytes. */
final class HttpMessage {

    private static final int LONGEST_HEAD = 65_536;

    private final byte[] head;
    private final byte[] body;

    private HttpMessage(byte[] head, byte[] body) {
        this.head = head;
        this.body = body;
    }

    /** Null where the other side has ended the connection between two messages. */
    static @Nullable HttpMessage read(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        int ending = 0;
        while (ending < 4) {
            int next = in.read();
            if (next < 0) {
                if (head.size() == 0) {
                    return null;
                }
                throw new EOFException("in the middle of a head");
            }
            head.write(next);
            boolean expected = next == (ending % 2 == 0 ? '\r' : '\n');
            ending = expected ? ending + 1 : next == '\r' ? 1 : 0;
            if (head.size() > LONGEST_HEAD) {
                throw new IOException("head too long");
            }
        }
        byte[] bytes = head.toByteArray();
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        return new HttpMessage(bytes, body(in, text));
    }

    /** First line, for instance {@code POST /api/v2/silences HTTP/1.1}. */
    String line() {
        String text = new String(head, StandardCharsets.ISO_8859_1);
        return text.substring(0, text.indexOf('\r'));
    }

    /** Everything before the body, the empty line included. */
    byte[] head() {
        return head.clone();
    }

    byte[] body() {
        return body.clone();
    }

    byte[] whole() {
        byte[] all = new byte[head.length + body.length];
        System.arraycopy(head, 0, all, 0, head.length);
        System.arraycopy(body, 0, all, head.length, body.length);
        return all;
    }

    private static byte[] body(InputStream in, String head) throws IOException {
        if (header(head, "transfer-encoding").equalsIgnoreCase("chunked")) {
            return chunks(in);
        }
        String length = header(head, "content-length");
        return length.isEmpty() ? new byte[0] : exactly(in, Integer.parseInt(length));
    }

    /** Chunks with their frames, as they came. */
    private static byte[] chunks(InputStream in) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        while (true) {
            String size = line(in, all);
            int length = Integer.parseInt(size.strip(), 16);
            all.write(exactly(in, length + 2));
            if (length == 0) {
                return all.toByteArray();
            }
        }
    }

    private static String line(InputStream in, ByteArrayOutputStream copy) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("in the middle of a chunk");
            }
            copy.write(next);
            line.append((char) next);
        }
        copy.write('\n');
        return line.toString();
    }

    private static byte[] exactly(InputStream in, int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("in the middle of a body");
        }
        return bytes;
    }

    private static String header(String head, String name) {
        return head.lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name + ":"))
                .map(line -> line.substring(name.length() + 1).strip())
                .findFirst()
                .orElse("");
    }
}
