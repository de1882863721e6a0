package io.novacron.oncall.demo.http;

import io.novacron.oncall.core.time.Clock;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * Requests and replies of HTTP/1.1 on one connection, one after the other, until the client leaves. The server of the JDK
 * writes a Date header of its own over any other, and the console reads a member's clock from it (alerts guide §4.3).
 */
final class HttpExchanges {

    private static final int LONGEST_LINE = 64 * 1024;
    private static final int MOST_HEADERS = 256;
    /** Bytes. Whatever a console or a test posts is far less; more would take the memory of the whole estate. */
    private static final int LARGEST_BODY = 64 * 1024 * 1024;

    private static final Map<Integer, String> REASONS = Map.ofEntries(
            Map.entry(200, "OK"),
            Map.entry(204, "No Content"),
            Map.entry(400, "Bad Request"),
            Map.entry(404, "Not Found"),
            Map.entry(405, "Method Not Allowed"),
            Map.entry(406, "Not Acceptable"),
            Map.entry(410, "Gone"),
            Map.entry(413, "Content Too Large"),
            Map.entry(415, "Unsupported Media Type"),
            Map.entry(422, "Unprocessable Entity"),
            Map.entry(431, "Request Header Fields Too Large"),
            Map.entry(500, "Internal Server Error"),
            Map.entry(503, "Service Unavailable"));

    private final InputStream in;
    private final OutputStream out;
    private final Function<Request, Reply> backend;
    private final Clock clock;

    HttpExchanges(Socket socket, Function<Request, Reply> backend, Clock clock) throws IOException {
        in = new BufferedInputStream(socket.getInputStream());
        out = new BufferedOutputStream(socket.getOutputStream());
        this.backend = backend;
        this.clock = clock;
    }

    /** Ends with an {@link EOFException} or another error of the connection at the latest. */
    void serve() throws IOException {
        boolean more = true;
        while (more) {
            more = exchange();
        }
    }

    /** One request and its reply; answers whether the connection stays. */
    private boolean exchange() throws IOException {
        String[] start = line().split(" ", -1);
        Map<String, String> headers;
        Request request;
        try {
            headers = headers();
            if (start.length != 3) {
                throw new Refused(400, "the first line of a request is METHOD PATH HTTP/1.1");
            }
            String body = new String(body(headers), StandardCharsets.UTF_8);
            request = Request.of(start[0], start[1], headers, body);
        } catch (Refused e) {
            write(Reply.text(e.status, String.valueOf(e.getMessage())), true, false);
            return false;
        }
        boolean stays = start[2].equals("HTTP/1.1")
                && !headers.getOrDefault("connection", "").equalsIgnoreCase("close");
        write(backend.apply(request), !start[0].equals("HEAD"), stays);
        return stays;
    }

    /** The first value of each, by its name in lower case. */
    private Map<String, String> headers() throws IOException {
        Map<String, String> headers = new HashMap<>();
        int read = 0;
        for (String line = line(); !line.isEmpty(); line = line()) {
            if (++read > MOST_HEADERS) {
                throw new Refused(431, "a request has at most " + MOST_HEADERS + " headers");
            }
            int colon = line.indexOf(':');
            if (colon > 0) {
                headers.putIfAbsent(
                        line.substring(0, colon).toLowerCase(Locale.ROOT),
                        line.substring(colon + 1).strip());
            }
        }
        return headers;
    }

    private byte[] body(Map<String, String> headers) throws IOException {
        if (headers.getOrDefault("expect", "").equalsIgnoreCase("100-continue")) {
            out.write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            out.flush();
        }
        if (headers.getOrDefault("transfer-encoding", "").equalsIgnoreCase("chunked")) {
            ByteArrayOutputStream whole = new ByteArrayOutputStream();
            for (int size = chunk(); size > 0; size = chunk()) {
                fits((long) whole.size() + size);
                whole.write(exactly(size));
                line();
            }
            headers();
            return whole.toByteArray();
        }
        int length = number(headers.getOrDefault("content-length", "0"), 10);
        fits(length);
        return exactly(length);
    }

    private static void fits(long bytes) throws Refused {
        if (bytes > LARGEST_BODY) {
            throw new Refused(413, "a body has at most " + LARGEST_BODY + " bytes; send it in parts");
        }
    }

    private int chunk() throws IOException {
        String line = line();
        int extension = line.indexOf(';');
        return number((extension < 0 ? line : line.substring(0, extension)).strip(), 16);
    }

    private static int number(String text, int radix) throws Refused {
        long number;
        try {
            number = Long.parseLong(text, radix);
        } catch (NumberFormatException e) {
            number = -1;
        }
        if (number < 0) {
            throw new Refused(400, "\"" + text + "\" is no length of a body");
        }
        return (int) Math.min(number, Integer.MAX_VALUE);
    }

    private byte[] exactly(int size) throws IOException {
        byte[] bytes = in.readNBytes(size);
        if (bytes.length < size) {
            throw new EOFException("the request ends after " + bytes.length + " of " + size + " bytes");
        }
        return bytes;
    }

    /** Without its line break. */
    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(128);
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0 || line.size() > LONGEST_LINE) {
                throw new EOFException("the connection ends within a line");
            }
            if (b != '\r') {
                line.write(b);
            }
        }
        return line.toString(StandardCharsets.UTF_8);
    }

    private void write(Reply reply, boolean withBody, boolean stays) throws IOException {
        Map<String, String> headers = new HashMap<>(reply.headers());
        headers.putIfAbsent(
                "Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(clock.now().atOffset(ZoneOffset.UTC)));
        headers.put("Content-Length", Integer.toString(reply.body().length));
        headers.put("Connection", stays ? "keep-alive" : "close");
        StringBuilder head = new StringBuilder("HTTP/1.1 ")
                .append(reply.status())
                .append(' ')
                .append(REASONS.getOrDefault(reply.status(), "Status"))
                .append("\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        out.write(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
        if (withBody) {
            out.write(reply.body());
        }
        out.flush();
    }
}
