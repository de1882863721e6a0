package io.novacron.oncall.core.source;

import io.novacron.oncall.core.text.Visible;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Why a backend could not be read or written. Each case makes one sentence for the user that names the thing and the way
 * out; none of them ever holds a secret.
 */
public sealed interface SourceError {

    /** One sentence without a closing full stop. */
    String sentence();

    /** What the source is called while this is its last word; most errors leave it without an answer of its API. */
    default SourceState state() {
        return SourceState.UNREACHABLE;
    }

    /** For a write: true unless it is certain that the backend did nothing. */
    default boolean mayHaveHappened() {
        return false;
    }

    /** When to ask again at the earliest, where the backend said so. */
    default @Nullable Instant retryAt() {
        return null;
    }

    /** No connection: DNS, refused, no route. Nothing was sent. */
    record Unreachable(String host, String reason) implements SourceError {

        private static final String WAY_OUT = "; check that it runs and that its url is right";

        @Override
        public String sentence() {
            return host + " cannot be reached: " + Visible.line(reason, 200) + WAY_OUT;
        }
    }

    /** The exchange began and was not finished in time, or broke off. */
    record Broken(String host, String reason) implements SourceError {
        @Override
        public String sentence() {
            return host + " did not answer in full: " + Visible.line(reason, 200);
        }

        @Override
        public boolean mayHaveHappened() {
            return true;
        }
    }

    /** TLS failed; {@code reason} says how, with subject, issuer and end of the certificate where one was shown. */
    record Untrusted(String host, String reason) implements SourceError {
        @Override
        public String sentence() {
            return host + " is not trusted: " + Visible.line(reason, 400)
                    + "; if it is yours, name its CA file with tls = { ca = \"…\" }";
        }

        @Override
        public SourceState state() {
            return SourceState.UNTRUSTED;
        }
    }

    /** 401 or 403. {@code credential} names what we sent ("basic user oncall", "bearer token from file:…", "none"). */
    record Denied(String host, int status, String credential) implements SourceError {
        @Override
        public String sentence() {
            String what = status == 401 ? "rejected the credential" : "does not allow this with the credential";
            return host + " " + what + " (" + status + ", sent: " + Visible.line(credential, 100)
                    + "); check basic, bearer or api_key of this source";
        }

        @Override
        public SourceState state() {
            return SourceState.DENIED;
        }
    }

    /** Our own secret or certificate could not be read, so nothing was sent. */
    record NoCredential(String reason) implements SourceError {
        @Override
        public String sentence() {
            return "credential not readable: " + Visible.line(reason, 300);
        }

        @Override
        public SourceState state() {
            return SourceState.DENIED;
        }
    }

    /** An answer that is not this API's: HTML, another content type, another shape, 404 or 405 where the API must be. */
    record NotTheApi(String url, String found, String expected) implements SourceError {
        @Override
        public String sentence() {
            return url + " answered " + Visible.line(found, 200) + " instead of " + expected
                    + "; check the URL and its path prefix";
        }
    }

    /** A body that broke off, was no complete JSON document or broke a bound of the decoder. */
    record Malformed(String url, String reason) implements SourceError {
        @Override
        public String sentence() {
            return url + " sent an answer that cannot be read: " + Visible.line(reason, 300);
        }

        @Override
        public boolean mayHaveHappened() {
            return true;
        }
    }

    record TooLarge(String url, long limitBytes) implements SourceError {
        @Override
        public String sentence() {
            return url + " sent more than " + limitBytes / (1024 * 1024) + " MiB, refused; ask for less";
        }

        @Override
        public boolean mayHaveHappened() {
            return true;
        }
    }

    record Redirected(String url, String target) implements SourceError {
        @Override
        public String sentence() {
            return url + " redirects to " + Visible.line(target, 200)
                    + ", not followed; configure that URL if it is right";
        }
    }

    /** The backend understood and refused: 400, 404 of a named thing, 409, 413, 414, 422. Repeating does not help. */
    record Rejected(String host, int status, String text) implements SourceError {
        @Override
        public String sentence() {
            return host + " refused (" + status + "): " + Visible.line(text, 300);
        }
    }

    /** 429, or 503 with a time to wait. */
    record Busy(String host, int status, @Nullable Instant retryAt) implements SourceError {
        @Override
        public String sentence() {
            return host + " asks to wait (" + status + ")" + (retryAt == null ? "" : ", next try at " + retryAt);
        }
    }

    /** 408 or 5xx. A write may have happened. */
    record ServerFault(String host, int status, String text) implements SourceError {
        @Override
        public String sentence() {
            return host + " failed (" + status + ")" + (text.isBlank() ? "" : ": " + Visible.line(text, 200));
        }

        @Override
        public boolean mayHaveHappened() {
            return true;
        }
    }

    /** Too many requests of ours wait for this source already. */
    record QueueFull(String source) implements SourceError {
        @Override
        public String sentence() {
            return source + " is busy with earlier requests of this console; try again when they are answered";
        }

        @Override
        public SourceState state() {
            return SourceState.LATE;
        }
    }

    /** The user or a newer request ended it. */
    record Cancelled(String what, Duration after) implements SourceError {
        @Override
        public String sentence() {
            return what + " was cancelled after " + after.toMillis() + " ms";
        }

        @Override
        public SourceState state() {
            return SourceState.LATE;
        }

        @Override
        public boolean mayHaveHappened() {
            return true;
        }
    }

    /**
     * None of several members answered.
     *
     * @param worst the error of the member in the worst state
     * @param sentences what every member's error says
     */
    record NoMember(SourceError worst, String sentences) implements SourceError {
        @Override
        public String sentence() {
            return "no member answered: " + sentences;
        }

        @Override
        public SourceState state() {
            return worst.state();
        }

        @Override
        public boolean mayHaveHappened() {
            return worst.mayHaveHappened();
        }

        @Override
        public @Nullable Instant retryAt() {
            return worst.retryAt();
        }
    }
}
