package io.novacron.oncall.connectors.http;

import io.novacron.oncall.core.secret.SecretMissingException;
import io.novacron.oncall.core.source.Fetched;
import io.novacron.oncall.core.source.SourceError;
import io.novacron.oncall.core.text.Visible;
import io.novacron.oncall.core.time.Clock;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One request to one member and what came of it. */
final class Exchange {

    private static final Logger LOG = LoggerFactory.getLogger(Exchange.class);

    private final Member member;
    private final Credentials credentials;
    private final Lockout lockout;
    private final Budgets budgets;
    private final Clock clock;

    Exchange(Member member, Credentials credentials, Budgets budgets, Clock clock) {
        this.member = member;
        this.credentials = credentials;
        this.lockout = new Lockout();
        this.budgets = budgets;
        this.clock = clock;
    }

    /** Exactly one attempt; after a write whatever is not plainly a refusal may have happened. */
    <T> Fetched<T> once(Transport transport, boolean write, ApiRequest request, Decoder<T> decoder) {
        Credentials.Carried carried;
        try {
            carried = credentials.read();
        } catch (SecretMissingException e) {
            return Fetched.failure(new SourceError.NoCredential(String.valueOf(e.getMessage())));
        }
        if (lockout.holds(carried.authorization())) {
            return Fetched.failure(new SourceError.Denied(member.name(), 401, credentials.shown()));
        }
        OkHttpClient client = write ? transport.writes() : transport.reads();
        Call call = client.newCall(Requests.of(request, member, carried));
        Progress progress = new Progress();
        call.addEventListener(progress);
        call.timeout().timeout(budgets.callOf(request).toMillis(), TimeUnit.MILLISECONDS);
        transport.trust().forget();
        long start = clock.nanos();
        try (Response response = call.execute()) {
            return answered(call, response, write, request, carried, decoder, start);
        } catch (Exception e) {
            boolean gone = call.isCanceled() && !(e instanceof InterruptedIOException);
            call.cancel();
            if (e instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            if (gone || Thread.currentThread().isInterrupted()) {
                return Fetched.failure(cancelled(start));
            }
            return switch (e) {
                case IOException io ->
                    Fetched.failure(Faults.of(
                            io,
                            member.name(),
                            progress.phase(),
                            transport.trust().lastShown(),
                            budgets.connect(),
                            budgets.idleOf(request)));
                default -> {
                    String what = carried.hideIn(Visible.line(e.toString()));
                    LOG.warn("no rule for this end of an exchange with {}: {}", member.name(), what);
                    yield Fetched.failure(
                            new SourceError.Broken(member.name(), e.getClass().getSimpleName()));
                }
            };
        }
    }

    SourceError cancelled(long start) {
        return new SourceError.Cancelled("the request to " + member.name(), Duration.ofNanos(clock.nanos() - start));
    }

    private <T> Fetched<T> answered(
            Call call,
            Response response,
            boolean write,
            ApiRequest request,
            Credentials.Carried carried,
            Decoder<T> decoder,
            long start)
            throws IOException {
        Instant now = clock.now();
        long headers = clock.nanos() - start;
        lockout.answered(carried.authorization(), response.code());
        LOG.debug(
                "{} {} {} after {} ms",
                call.request().method(),
                call.request().url().redact(),
                response.code(),
                headers / 1_000_000);
        if (!response.isSuccessful()) {
            String text = carried.hideIn(Reply.errorText(response));
            return Fetched.failure(Statuses.of(response, member, write, request, text, credentials.shown(), now));
        }
        Unread unread = new Unread(Member.shown(call.request().url()), request.expected(), write, carried);
        Reply reply;
        try {
            reply = Reply.of(response);
        } catch (LimitedStream.OverLimit | Reply.UnknownEncoding e) {
            call.cancel();
            return Fetched.failure(unread.refused(e));
        }
        if (!request.everyContentType() && !reply.json()) {
            call.cancel();
            return Fetched.failure(unread.otherType(reply.head().contentType()));
        }
        try {
            T value = decoder.decode(reply.body(), reply.head());
            Instant midway = now.minusNanos(headers / 2);
            return new Fetched.Answer<>(
                    value, Contacts.of(response, reply.head(), Duration.ofNanos(clock.nanos() - start), midway));
        } catch (IOException | RuntimeException e) {
            call.cancel();
            return Fetched.failure(unread.because(e, reply));
        }
    }
}
