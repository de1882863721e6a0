package io.novacron.oncall.connectors.http;

import io.novacron.oncall.core.source.SourceError;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;

/** What an exception of the wire means. */
final class Faults {

    private Faults() {}

    /**
     * @param connected whether the exchange ever had a connection; if not, nothing was sent
     * @param certificate what the server showed, empty if nothing
     * @param connect how long a connection may take, for the sentence
     * @param idle how long it may be silent, for the sentence
     */
    static SourceError of(
            IOException e, String member, boolean connected, String certificate, Duration connect, Duration idle) {
        if (e instanceof SSLException tls && !connected) {
            return tls(tls, member, certificate);
        }
        if (connected) {
            return new SourceError.Broken(member, broken(e, idle));
        }
        return new SourceError.Unreachable(member, unreachable(e, connect));
    }

    private static SourceError tls(SSLException e, String member, String certificate) {
        if (e.getCause() instanceof EOFException) {
            return new SourceError.Unreachable(member, "it closed the connection while TLS was agreed on");
        }
        if (e instanceof SSLPeerUnverifiedException) {
            return new SourceError.Untrusted(member, "its certificate is for another host: " + certificate);
        }
        if (e instanceof SSLHandshakeException) {
            String why = reason(e);
            return new SourceError.Untrusted(member, certificate.isEmpty() ? why : why + ": " + certificate);
        }
        return new SourceError.Unreachable(member, "it speaks no TLS there (" + reason(e) + "); is the URL http://");
    }

    private static String unreachable(IOException e, Duration limit) {
        return switch (e) {
            case UnknownHostException _ -> "DNS does not know the name";
            case SocketTimeoutException _ -> "no connection within " + limit.toMillis() + " ms";
            case InterruptedIOException _ -> "no connection in time";
            case ConnectException _ -> "connection refused";
            default -> reason(e);
        };
    }

    private static String broken(IOException e, Duration limit) {
        return switch (e) {
            case SocketTimeoutException _ -> "no byte for " + limit.toMillis() + " ms";
            case InterruptedIOException _ -> "not finished in time";
            default -> "the connection broke off (" + reason(e) + ")";
        };
    }

    private static String reason(Exception e) {
        String message = e.getMessage();
        return message == null ? e.getClass().getSimpleName() : message;
    }
}
