package io.novacron.oncall.connectors.http;

import io.novacron.oncall.core.source.SourceError;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.time.Duration;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;

/** What an exception of the wire means. */
final class Faults {

    private Faults() {}

    /**
     * @param phase how far the exchange came
     * @param certificate what the server showed, empty if nothing
     * @param connect how long a connection may take, for the sentence
     * @param idle how long it may be silent, for the sentence
     */
    static SourceError of(
            IOException e, String member, Progress.Phase phase, String certificate, Duration connect, Duration idle) {
        return switch (phase) {
            case CONNECTED -> new SourceError.Broken(member, broken(e, idle));
            case SECURING ->
                e instanceof SSLException tls
                        ? tls(tls, member, certificate)
                        : new SourceError.Unreachable(member, "TLS: " + broken(e, idle));
            case CONNECTING -> new SourceError.Unreachable(member, unreachable(e, connect));
        };
    }

    private static SourceError tls(SSLException e, String member, String certificate) {
        if (e.getCause() instanceof EOFException) {
            return new SourceError.Unreachable(member, "it closed the connection while TLS was agreed on");
        }
        if (e instanceof SSLPeerUnverifiedException) {
            return new SourceError.Untrusted(member, "its certificate is for another host: " + certificate);
        }
        if (e instanceof SSLHandshakeException) {
            return new SourceError.Untrusted(member, certificate.isEmpty() ? reason(e) : why(e) + ": " + certificate);
        }
        return new SourceError.Unreachable(member, "it speaks no TLS there (" + reason(e) + "); is the URL http://");
    }

    private static String why(SSLException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case CertificateExpiredException _ -> {
                    return "its certificate has expired";
                }
                case CertificateNotYetValidException _ -> {
                    return "its certificate is not valid yet";
                }
                case CertPathBuilderException _ -> {
                    return "its certificate comes from an authority we do not know";
                }
                default -> {}
            }
        }
        return reason(e);
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
